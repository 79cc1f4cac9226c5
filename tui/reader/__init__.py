"""The reader: four panes, what the person does in one of them shown in the others."""
