#!/bin/sh
# Kills a run with SIGKILL at many points spread over its whole length, every third restart too, and tells what the next run made.
#
#   src/test/scripts/kills.sh JOB.yaml INPUT FOLDER [POINTS]
#
# FOLDER receives an output root for each point. The store is the H2 file of the root or, with ATLAS_DATASOURCE_URL (and _USERNAME,
# _PASSWORD), a PostgreSQL database. Ends with 0 when every restart made the books of a run that nothing killed, and no edition was
# ever seen that was not whole.
set -u

project=$(cd "$(dirname "$0")/../../.." && pwd)
job=$1 input=$2 folder=$3 points=${4:-60}
mkdir -p "$folder"
"$project/atlas" --version >/dev/null || exit 4 # built before the clock runs

milliseconds() { echo $(($(date +%s%N) / 1000000)); }

# Everything but the report, which tells times.
books() { (cd "$1" 2>/dev/null && find . -type f ! -path './.work/*' ! -name rapport.html -exec sha256sum {} + | sort); }

run() { "$project/atlas" run "$job" --input "$input" --output "$1" >>"$1.log" 2>&1; }

# Kills the run of an output root after so many milliseconds; tells the last step that it had ended.
kill_after() {
    : >"$1.cut"
    "$project/atlas" run "$job" --input "$input" --output "$1" >"$1.cut" 2>&1 &
    pid=$!
    sleep "$(printf '%d.%03d' $(($2 / 1000)) $(($2 % 1000)))"
    kill -9 $pid 2>/dev/null
    wait $pid 2>/dev/null
    reached=$(grep -E '^[^ É][^:]*: *[^ ]*[0-9]' "$1.cut" | tail -n 1 | cut -d: -f1 | tr -d '\302\240')
    grep -q 'Édition publiée' "$1.cut" && reached='the end'
}

start=$(milliseconds)
run "$folder/whole" || { cat "$folder/whole.log"; exit 4; }
length=$(($(milliseconds) - start))
expected=$(books "$folder/whole")
echo "a whole run: $length ms; $(echo "$expected" | wc -l) files"
printf '%5s %6s  %-22s %-9s %-7s %3s  %s\n' point ms 'last step ended' 'seen then' 'killed' rc identical
bad=0
point=1
while [ "$point" -le "$points" ]; do
    root=$folder/$point
    rm -rf "$root" "$root.log"
    kill_after "$root" $((length * point / points))
    at=${reached:-start}
    seen=$(books "$root")
    case $seen in
        '') state=none ;;
        "$expected") state=whole ;;
        *) state=PARTIAL bad=$((bad + 1)) ;;
    esac
    times=once
    if [ $((point % 3)) -eq 0 ]; then
        times=twice
        kill_after "$root" $((length * (point * 37 % points) / points))
    fi
    run "$root"
    code=$?
    same=no
    [ "$(books "$root")" = "$expected" ] && same=yes
    [ $code -eq 0 ] && [ $same = yes ] || bad=$((bad + 1))
    printf '%5d %6d  %-22s %-9s %-7s %3d  %s\n' "$point" $((length * point / points)) "$at" "$state" "$times" "$code" "$same"
    [ $same = no ] || rm -rf "$root" "$root.log" "$root.cut"
    point=$((point + 1))
done
echo "$((points)) points, $bad bad"
[ $bad -eq 0 ]
