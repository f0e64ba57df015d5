# Runs the server and stops it when the office ends, however it ends: our standard input is a pipe that only the office holds.
# $1 the folder of the cluster; the rest the server's command.
trap '' HUP INT TERM
cluster=$1
shift
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
(
  while read -r _ <&3; do :; done
  [ "$(head -n 1 "$cluster/postmaster.pid" 2>/dev/null)" = "$server" ] && kill -INT "$server"
) &
watcher=$!
exec 3<&-
wait "$server"
status=$?
kill -KILL "$watcher" 2>/dev/null
exit "$status"
