#!/bin/sh
# The laurel command of an installed Laurel: it stands in the app's resources folder.
here=$(dirname "$(readlink -f "$0" 2>/dev/null || echo "$0")")
exec "$here/node" "$here/app.asar.unpacked/out/main/laurel.js" "$@"
