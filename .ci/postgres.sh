#!/usr/bin/env bash
# postgres.sh COMMAND…: run it with DATABASE_URL at a private PostgreSQL that is gone afterwards.
# Its database has all tables: each process of the suite begins with a copy, instead of migrating.
set -euo pipefail
binaries=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
[ -n "$binaries" ] || binaries=$(dirname "$(command -v initdb || echo /nowhere/initdb)")
[ -x "$binaries/initdb" ] || { echo "PostgreSQL is not on this machine (apt install postgresql)" >&2; exit 1; }
folder=$(mktemp -d)
port=$(.venv/bin/python -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
as=()
if [ "$(id -u)" = 0 ]; then # PostgreSQL refuses to run as root
  chown postgres "$folder"
  as=(runuser -u postgres --)
fi
stop() {
  "${as[@]}" "$binaries/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$folder"
}
trap stop EXIT
cd_safely() { (cd "$folder" && "${as[@]}" "$@"); }
cd_safely "$binaries/initdb" -D "$folder/data" -U dagdeel --auth=trust -E UTF8 --locale=C.UTF-8 >"$folder.log" 2>&1 \
  || { cat "$folder.log"; exit 1; }
cd_safely "$binaries/pg_ctl" -D "$folder/data" -w -l "$folder/log" start -o "-p $port -k $folder \
  -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off" >/dev/null \
  || { cat "$folder/log"; exit 1; }
rm -f "$folder.log"
cd_safely "$binaries/createdb" -h 127.0.0.1 -p "$port" -U dagdeel dagdeel
export DATABASE_URL="postgres://dagdeel@127.0.0.1:$port/dagdeel"
DJANGO_SETTINGS_MODULE=tests.settings .venv/bin/python manage.py migrate --verbosity 0
TEST_TEMPLATE=dagdeel "$@"
