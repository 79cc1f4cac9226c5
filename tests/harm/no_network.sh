#!/bin/sh
# Runs a command where there is no network, not even the machine's own address: tests/harm/no_network.sh COMMAND …
# Exits as the command does, and with 75 where this machine cannot take the network away.
set -eu

if [ "$(id -u)" = 0 ]; then
	alone="unshare --net"
else
	alone="unshare --net --map-current-user"
fi

$alone true 2>/dev/null || { echo "The network cannot be taken away here: $alone is refused." >&2; exit 75; }
$alone sh -c 'test -z "$(tail -n +2 /proc/net/route)"' || { echo "There is still a route." >&2; exit 75; }
exec $alone "$@"
