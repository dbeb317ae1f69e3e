package fr.atlasqpv.secrecy;

import fr.atlasqpv.indicator.Indicators2022;
import java.util.List;

/** Reviews of made-up atlases, for tests of what is written of them. */
public final class Reviews {
    private Reviews() {}

    /** Five QPV of two départements; QP000001 has 7 dwellings too few of one kind, and is withheld with a partner. */
    public static Review small() {
        return Protection.review(AtlasFixture.fiveQpv("493", "180").input(List.of(AtlasFixture.socialShare())));
    }

    /** A region of 200 QPV of which one in ten is sensitive. */
    public static Review region() {
        return Protection.review(stress().input(List.of(AtlasFixture.socialShare())));
    }

    static AtlasFixture stress() {
        return StressAtlas.region(Indicators2022.PART_LOGEMENTS_SOCIAUX, 200, 0.10, 11);
    }
}
