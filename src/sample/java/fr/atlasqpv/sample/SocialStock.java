package fr.atlasqpv.sample;

/**
 * Social dwellings of one place at one date, by occupation (the codes of the column {@code MODE}).
 *
 * @param let 1, let
 * @param vacant 2, on offer and vacant
 * @param empty 3, empty: works, demolition or sale to come
 * @param association 4, taken by an association
 * @param paid 5, occupied against payment in kind (caretakers)
 * @param temporary 6, occupied for a time
 */
record SocialStock(int let, int vacant, int empty, int association, int paid, int temporary) {
    static final SocialStock NONE = new SocialStock(0, 0, 0, 0, 0, 0);

    /** Deals occupied dwellings out between the four ways to occupy one. */
    static SocialStock of(int occupied, int vacant, int empty, Draw draw) {
        int association = (int) (occupied * draw.between(0.0, 0.012));
        int paid = (int) (occupied * draw.between(0.0, 0.004));
        int temporary = (int) (occupied * draw.between(0.0, 0.005));
        return new SocialStock(occupied - association - paid - temporary, vacant, empty, association, paid, temporary);
    }

    int total() {
        return occupied() + vacant + empty;
    }

    int occupied() {
        return let + association + paid + temporary;
    }

    SocialStock plus(SocialStock other) {
        return new SocialStock(
                let + other.let,
                vacant + other.vacant,
                empty + other.empty,
                association + other.association,
                paid + other.paid,
                temporary + other.temporary);
    }

    /** Number of dwellings with this code of {@code MODE}, 1 to 6. */
    int withMode(int mode) {
        return switch (mode) {
            case 1 -> let;
            case 2 -> vacant;
            case 3 -> empty;
            case 4 -> association;
            case 5 -> paid;
            case 6 -> temporary;
            default -> throw new IllegalArgumentException("mode " + mode);
        };
    }
}
