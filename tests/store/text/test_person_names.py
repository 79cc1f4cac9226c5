"""Names as minutes print them."""

import pytest

from store.text.person_names import PersonName, is_same_given, person_name


@pytest.mark.parametrize(
    ("printed", "surname", "given"),
    [
        ("Councillor Crisp", "crisp", ()),
        ("Cllr J. P. Crisp MBE", "crisp", ("j", "p")),
        ("CRISP, Jane", "crisp", ("jane",)),
        ("Mrs. H. Crisp CC", "crisp", ("h",)),
        ("Crisp J", "crisp", ("j",)),
        ("Jane Crisp, Head of Audit", "crisp", ("jane",)),
        ("Councillor Dr Carbone-Elm", "carboneelm", ()),
        ("Councillor Crisp (Chair)", "crisp", ()),
    ],
)
def test_a_name_is_a_surname_and_what_is_printed_before_it(printed: str, surname: str, given: tuple[str, ...]) -> None:
    found = person_name(printed)
    assert found is not None
    assert (found.surname, found.given) == (surname, given)


@pytest.mark.parametrize(
    "printed", ["Eastmarsh Town Council", "One vacancy", "12 residents", "Cynghorydd Sir", "J.", ""]
)
def test_a_body_and_a_title_are_no_people(printed: str) -> None:
    assert person_name(printed) is None


def test_a_member_is_told_by_the_title() -> None:
    assert person_name("Cllr Crisp") == PersonName("crisp", (), member=True)
    assert person_name("Mr Crisp") == PersonName("crisp", (), member=False)


def test_forenames_and_their_initials_may_be_one_persons() -> None:
    assert is_same_given(("j",), ("jane", "p"))
    assert is_same_given((), ("jane",))
    assert not is_same_given(("j",), ("tom",))
    assert not is_same_given(("jane",), ("joan",))
