package fr.atlasqpv.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;

/** The classes of the program, read once for all architecture tests, and the words to speak of them. */
final class AtlasClasses {
    static final String ROOT = "fr.atlasqpv";

    /** The classes of {@code src/main/java}. */
    static final JavaClasses PROGRAM =
            new ClassFileImporter().withImportOption(location -> !location.contains("/test-classes/"))
                    .importPackages(ROOT);

    private AtlasClasses() {}

    /** The package of the atlas that a class stands in ({@code territory}, {@code publication} …); empty at the root. */
    static String floorOf(JavaClass type) {
        String name = type.getPackageName();
        if (name.equals(ROOT)) {
            return "";
        }
        String below = name.substring(ROOT.length() + 1);
        int dot = below.indexOf('.');
        return dot < 0 ? below : below.substring(0, dot);
    }

    /** Classes of ours, arrays taken as what they hold. */
    static boolean isOurs(JavaClass type) {
        String name = type.getBaseComponentType().getPackageName();
        return name.equals(ROOT) || name.startsWith(ROOT + ".");
    }

    /** Classes of ours that stand on none of these floors. */
    static DescribedPredicate<JavaClass> ourClassesOutside(List<String> floors) {
        return DescribedPredicate.describe(
                "belong to the atlas and stand outside " + String.join(", ", floors),
                type -> isOurs(type) && !floors.contains(floorOf(type.getBaseComponentType())));
    }
}
