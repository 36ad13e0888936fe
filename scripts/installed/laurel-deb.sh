#!/bin/sh
exec /opt/Laurel/resources/laurel "$@"
