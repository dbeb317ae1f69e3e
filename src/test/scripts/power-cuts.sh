#!/bin/sh
# Cuts the power of the disk under a run at many points, and tells what the next run made. For root: mounts an image.
#
#   src/test/scripts/power-cuts.sh JOB.yaml INPUT FOLDER [POINTS]
#
# The output root lies on an ext4 image of its own. At each point the image is copied while the run stands still: the copy holds what the
# system had written through by then, as a disk does after a power cut, and nothing of what only lay in memory. It is mounted in place of
# the first, and the run started again. At every other point other books of the edition are in place. Ends with 0 when every restart made
# the books of a run that nothing cut, and no edition was there before that was not whole.
set -u

project=$(cd "$(dirname "$0")/../../.." && pwd)
job=$1 input=$2 folder=$3 points=${4:-20}
mkdir -p "$folder/disk"
"$project/atlas" --version >/dev/null || exit 4 # built before the clock runs
disk=$folder/disk root=$folder/disk/output

milliseconds() { echo $(($(date +%s%N) / 1000000)); }
pause() { sleep "$(printf '%d.%03d' $(($1 / 1000)) $(($1 % 1000)))"; }

# Everything but the report, which tells times.
books() { (cd "$1" 2>/dev/null && find . -type f ! -path './.work/*' ! -name rapport.html -exec sha256sum {} + | sort); }

run() { "$project/atlas" run "${2:-$job}" --input "$input" --output "$1" >>"$folder/log" 2>&1; }

# Copies the image until two copies are the same: the system may write to it at any time.
copy() {
    cp "$folder/image" "$folder/after"
    while ! cmp -s "$folder/image" "$folder/after"; do cp "$folder/image" "$folder/after"; done
}

trap 'umount -l "$disk" 2>/dev/null' EXIT
start=$(milliseconds)
run "$folder/whole" || exit 4
length=$(($(milliseconds) - start))
expected=$(books "$folder/whole")
sed 's/^  title: .*/  title: Avant/' "$job" >"$folder/former.yaml"
run "$folder/former" "$folder/former.yaml" || exit 4
rm -rf "$folder/former/.work"
former=$(books "$folder/former")
# Books that take the place of others say in their manifest which they reckon with.
cp -a "$folder/former" "$folder/over"
run "$folder/over" || exit 4
expected_over=$(books "$folder/over")
echo "a whole run: $length ms; $(echo "$expected" | wc -l) files"
printf '%5s  %-16s %-22s %-16s %3s  %s\n' point cut 'last step ended' 'in place' rc identical
bad=0
point=1
while [ "$point" -le "$points" ]; do
    rm -f "$folder/image"
    truncate -s 96M "$folder/image"
    mkfs.ext4 -q "$folder/image"
    mount -o loop "$folder/image" "$disk" || exit 4
    before=none
    if [ $((point % 2)) -eq 0 ]; then
        before=former
        cp -a "$folder/former" "$root"
    fi
    sync -f "$disk"
    # Not before Java has begun: a third of the length of a run.
    after=$((length / 3 + length * 2 / 3 * point / points))
    "$project/atlas" run "$job" --input "$input" --output "$root" >"$folder/cut" 2>&1 &
    pid=$!
    pause "$after"
    kill -STOP $pid 2>/dev/null
    copy
    kill -9 $pid 2>/dev/null
    wait $pid 2>/dev/null
    reached=$(grep -E '^[^ É][^:]*: *[^ ]*[0-9]' "$folder/cut" | tail -n 1 | cut -d: -f1 | tr -d '\302\240')
    ! grep -q 'Édition publiée' "$folder/cut" || reached='the end'
    umount "$disk" || { sleep 1; umount "$disk"; } || exit 4
    mv "$folder/after" "$folder/image"
    mount -o loop "$folder/image" "$disk" || exit 4
    made=$expected
    [ $before = none ] || made=$expected_over
    state=PARTIAL
    case $(books "$root") in
        "$made") state=new ;;
        "$former") [ $before = none ] || state=former ;;
        '') [ $before = former ] && state=MISSING || state=none ;;
    esac
    case $state in PARTIAL | MISSING) bad=$((bad + 1)) ;; esac
    : >"$folder/log"
    run "$root"
    code=$?
    same=no
    [ "$(books "$root")" = "$made" ] && same=yes
    [ $code -eq 0 ] && [ $same = yes ] || bad=$((bad + 1))
    told=$(grep -o 'était abîmée' "$folder/log")
    printf '%5d  %-16s %-22s %-16s %3d  %s %s\n' "$point" "after $after ms" "${reached:-start}" "$before>$state" "$code" "$same" "$told"
    [ $same = yes ] || cp "$folder/log" "$folder/log.$point"
    umount "$disk" || { sleep 1; umount "$disk"; } || exit 4
    point=$((point + 1))
done
echo "$points points, $bad bad"
[ $bad -eq 0 ]
