package fr.atlasqpv.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Habits of the house that a compiler does not hold. */
class HouseRulesTest {
    @Test
    void noClassIsNamedAfterAShapelessRole() {
        noClasses()
                .should().haveNameMatching(".*(Utils?|Helpers?|Managers?|Impl)")
                .because("a name says what a class is for; these four say that nobody decided")
                .check(new ClassFileImporter().importPackages(AtlasClasses.ROOT));
    }

    @Test
    void everyPublicTypeHasAJavadoc() throws IOException {
        assertThat(publicTypesWithoutJavadoc(Project.FOLDER.resolve("src/main/java")))
                .as("public types open with one plain sentence: what it is, its units, what it throws, the source of a rule")
                .isEmpty();
    }

    @Test
    void nothingIsLeftForLater() throws IOException {
        Pattern leftOver = Pattern.compile("\\b(T[O]DO|F[I]XME|X{3})\\b|@[D]isabled");
        List<String> found = new ArrayList<>();
        for (Path file : Project.trackedFiles("src")) {
            // The bytes of a picture may spell anything
            if (file.toString().endsWith(".png")) {
                continue;
            }
            String text = Project.textOf(file);
            leftOver.matcher(text).results()
                    .forEach(hit -> found.add(Project.FOLDER.relativize(file) + ": " + hit.group()));
        }
        assertThat(found).as("finish it, or write a decision record that says who decides what and when").isEmpty();
    }

    /** The copies of the JDK go through their elements in an order drawn at each start: the same run would write other bytes. */
    @Test
    void noOrderIsDrawnByLot() throws IOException {
        Pattern drawn = Pattern.compile("\\b(Set|Map)\\.copyOf\\(|toUnmodifiable(Set|Map)\\(");
        List<String> found = new ArrayList<>();
        for (Path file : Project.trackedFiles("src/main/java")) {
            drawn.matcher(Project.textOf(file)).results()
                    .forEach(hit -> found.add(Project.FOLDER.relativize(file) + ": " + hit.group()));
        }
        assertThat(found).as("copy into a sorted or a linked collection").isEmpty();
    }

    @Test
    void everyVersionOfThePomIsAProperty() throws IOException {
        String pom = Files.readString(Project.FOLDER.resolve("pom.xml"));
        String afterProperties = pom.substring(pom.indexOf("</properties>"));
        assertThat(Pattern.compile("<version>([^<$\\[]+)</version>").matcher(afterProperties).results()
                .map(hit -> hit.group(1)))
                .as("versions stand in one place: the properties at the top of pom.xml")
                .isEmpty();
    }

    private static List<String> publicTypesWithoutJavadoc(Path folder) throws IOException {
        List<String> missing = new ArrayList<>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null); Stream<Path> tree = Files.walk(folder)) {
            List<Path> sources = tree.filter(file -> file.toString().endsWith(".java")).toList();
            var task = (JavacTask) compiler.getTask(null, files, null, null, null,
                    files.getJavaFileObjectsFromPaths(sources));
            DocTrees docs = DocTrees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                new TreePathScanner<Void, Void>() {
                    @Override
                    public Void visitClass(ClassTree type, Void nothing) {
                        TreePath path = getCurrentPath();
                        if (type.getModifiers().getFlags().contains(Modifier.PUBLIC)
                                && docs.getDocCommentTree(path) == null) {
                            missing.add(folder.relativize(Path.of(unit.getSourceFile().toUri())) + ": "
                                    + type.getSimpleName());
                        }
                        return super.visitClass(type, null);
                    }
                }.scan(unit, null);
            }
        }
        return missing;
    }
}
