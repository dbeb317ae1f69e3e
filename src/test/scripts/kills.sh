#!/bin/sh
# Kills a run with SIGKILL at many points spread over its whole length, every third restart too, and tells what the next run made.
#
#   src/test/scripts/kills.sh JOB.yaml INPUT FOLDER [POINTS]
#
# A quarter of the points fall by the clock; a quarter some milliseconds after a file or the line of a step is seen; half, where strace
# is there, as the program is about to rename, delete or sync a file. At every other point other books of the edition are in place, which
# must be found whole until the new ones are.
#
# FOLDER receives an output root for each point. The store is the H2 file of the root or, with ATLAS_DATASOURCE_URL (and _USERNAME,
# _PASSWORD), a PostgreSQL database. Ends with 0 when every restart made the books of a run that nothing killed, and no edition was
# ever seen that was not whole, or not there where one had been.
set -u

project=$(cd "$(dirname "$0")/../../.." && pwd)
job=$1 input=$2 folder=$3 points=${4:-60}
mkdir -p "$folder"
"$project/atlas" --version >/dev/null || exit 4 # built before the clock runs

CALLS=rename,renameat2,unlink,rmdir,fsync,fdatasync
# What is waited for: a file below the output root, or the start of a line of the output.
MARKS=".work .work/atlas.key .work/atlas-nouveau.mv.db .work/atlas.mv.db inventaire lecture rattachement agrégation contrôles
.work/books/*/new/*/*.pdf livres .work/books/*/new/manifest.json relecture .work/books/*/complete .work/compaction-due"
[ -z "${ATLAS_DATASOURCE_URL:-}" ] || MARKS=".work $(echo "$MARKS" | tr ' ' '\n' | grep -v '\.work/atlas\|^\.work$') mise"

milliseconds() { echo $(($(date +%s%N) / 1000000)); }
pause() { sleep "$(printf '%d.%03d' $(($1 / 1000)) $(($1 % 1000)))"; }

# Everything but the report, which tells times.
books() { (cd "$1" 2>/dev/null && find . -type f ! -path './.work/*' ! -name rapport.html -exec sha256sum {} + | sort); }

run() { "$project/atlas" run "${2:-$job}" --input "$input" --output "$1" >>"$1.log" 2>&1; }

begin() {
    : >"$1.cut"
    "$project/atlas" run "$job" --input "$input" --output "$1" >"$1.cut" 2>&1 &
    pid=$!
}

kill_it() {
    kill -9 $pid 2>/dev/null
    wait $pid 2>/dev/null
}

# Kills the run of an output root after so many milliseconds.
kill_after() {
    begin "$1"
    pause "$2"
    kill_it
}

# Tells whether a mark is there; a pattern stands for the first file that it fits.
seen() {
    case $2 in
        .work*) for file in "$1"/$2; do [ -e "$file" ] && return; done; return 1 ;;
        *) grep -q "^$2" "$1.cut" ;;
    esac
}

# Kills it so many milliseconds after a mark is seen.
kill_seen() {
    begin "$1"
    while ! seen "$1" "$2" && kill -0 $pid 2>/dev/null; do sleep 0.002; done
    pause "$3"
    kill_it
}

traced() { strace -f -qqq -esignal=none -o "$1.calls" -etrace=$CALLS "$2" "$project/atlas" run "$job" --input "$input" --output "$1"; }

# Kills it as a thread is about to make its n-th call of a kind.
kill_call() { traced "$1" "-einject=$2:signal=SIGKILL:when=$3" >"$1.cut" 2>&1; }

# The calls of a whole run, with other books in place or without: "former|none CALL NTH", by the thread that makes most of its kind.
calls() {
    rm -rf "$folder/calls" "$folder"/calls.*
    [ "$1" = none ] || cp -a "$folder/former" "$folder/calls"
    traced "$folder/calls" -efault=none >"$folder/calls.log" 2>&1 || return 1
    sed -n 's/^\([0-9]*\) *\([a-z0-9]*\)(.*/\1 \2/p' "$folder/calls.calls" | awk -v books="$1" '
        { n[$1 " " $2]++ }
        END {
            for (k in n) { split(k, of, " "); if (n[k] > most[of[2]]) most[of[2]] = n[k] }
            for (call in most) for (i = 1; i <= most[call]; i++) print books, call, i
        }' | sort -k2,2 -k3,3n
}

# So many of some lines, evenly spread.
spread() {
    awk -v want="$1" '
        { line[NR] = $0 }
        END {
            for (i = 0; i < want && NR; i++) {
                n = (want > NR) ? i % NR : int((i + 0.5) * NR / want)
                print line[n + 1]
            }
        }'
}

start=$(milliseconds)
run "$folder/whole" || { cat "$folder/whole.log"; exit 4; }
length=$(($(milliseconds) - start))
expected=$(books "$folder/whole")
sed 's/^  title: .*/  title: Avant/' "$job" >"$folder/former.yaml"
run "$folder/former" "$folder/former.yaml" || { cat "$folder/former.log"; exit 4; }
rm -rf "$folder/former/.work"
former=$(books "$folder/former")
# Books that take the place of others say in their manifest which they reckon with.
cp -a "$folder/former" "$folder/over"
run "$folder/over" || { cat "$folder/over.log"; exit 4; }
expected_over=$(books "$folder/over")
[ "$former" != "$expected" ] || { echo "the former books are no others"; exit 2; }
echo "a whole run: $length ms; $(echo "$expected" | wc -l) files"

kinds=2
if command -v strace >/dev/null && calls none >"$folder/all" && calls former >>"$folder/all"; then
    kinds=4
    changes=$(grep -vc sync "$folder/all")
    want=$((points / 2 + 1))
    [ "$changes" -lt "$want" ] || changes=$((want - want / 6))
    { grep -v sync "$folder/all" | spread "$changes"; grep sync "$folder/all" | spread $((want - changes)); } >"$folder/aimed"
    cut -d' ' -f1,2 "$folder/all" | uniq -c
fi

printf '%5s  %-46s %-22s %-14s %-7s %3s  %s\n' point cut 'last step ended' 'in place' killed rc identical
bad=0
point=1
aimed=0
called=0
while [ "$point" -le "$points" ]; do
    root=$folder/$point
    rm -rf "$root" "$root".*
    before=none
    [ $((point / kinds % 2)) -eq 0 ] || before=former
    turn=$((point % kinds))
    if [ $turn -ge 2 ]; then
        called=$((called + 1))
        read -r before call nth <<-END
			$(sed -n "${called}p" "$folder/aimed")
		END
    fi
    [ $before = none ] || cp -a "$folder/former" "$root"
    case $turn in
        0)
            after=$((length * point / points))
            how="after $after ms"
            kill_after "$root" "$after"
            ;;
        1)
            mark=$(echo "$MARKS" | tr ' ' '\n' | sed -n "$((aimed % $(echo "$MARKS" | wc -w) + 1))p")
            how="$((aimed * 7 % 40)) ms after $mark"
            kill_seen "$root" "$mark" $((aimed * 7 % 40))
            aimed=$((aimed + 1))
            ;;
        *)
            how="before $call $nth"
            kill_call "$root" "$call" "$nth"
            ;;
    esac
    reached=$(grep -E '^[^ É][^:]*: *[^ ]*[0-9]' "$root.cut" | tail -n 1 | cut -d: -f1 | tr -d '\302\240')
    ! grep -q 'Édition publiée' "$root.cut" || reached='the end'
    made=$expected
    [ $before = none ] || made=$expected_over
    state=PARTIAL
    case $(books "$root") in
        "$made") state=new ;;
        "$former") [ $before = none ] || state=former ;;
        '') [ $before = former ] && state=MISSING || state=none ;;
    esac
    case $state in PARTIAL | MISSING) bad=$((bad + 1)) ;; esac
    times=once
    if [ $((point % 3)) -eq 0 ]; then
        times=twice
        kill_after "$root" $((length * (point * 37 % points) / points))
    fi
    run "$root"
    code=$?
    same=no
    [ "$(books "$root")" = "$made" ] && same=yes
    [ $code -eq 0 ] && [ $same = yes ] || bad=$((bad + 1))
    printf '%5d  %-46s %-22s %-14s %-7s %3d  %s\n' "$point" "$how" "${reached:-start}" "$before>$state" "$times" "$code" "$same"
    [ $same = no ] || rm -rf "$root" "$root".*
    point=$((point + 1))
done
echo "$points points, $bad bad"
[ $bad -eq 0 ]
