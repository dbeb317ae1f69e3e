package fr.atlasqpv.batch;

import fr.atlasqpv.audit.AuditReport;
import fr.atlasqpv.edition.Edition;
import fr.atlasqpv.edition.Edition.Source;
import fr.atlasqpv.extract.Notice;
import fr.atlasqpv.extract.Outcome;
import fr.atlasqpv.extract.ReadPosition;
import fr.atlasqpv.extract.SourceReader;
import fr.atlasqpv.extract.SourceReaders;
import fr.atlasqpv.publication.conformity.PdfJudge;
import fr.atlasqpv.store.StoreSettings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Runs the real job with a checkpoint every ten rows, without the two heavy writers and the reading back unless told so, and
 * with a reader of dwellings that can be made to fail where the test says.
 */
final class Bench {
    static final int CHECKPOINT = 10;

    /** Rows of the watched file, the one of dwellings by default, that were read before each opening of it. */
    final List<Long> openedAt = new CopyOnWriteArrayList<>();

    private String watched = "logements";
    private int checkpoint = CHECKPOINT;
    private Consumer<Long> beforeRow = row -> {};
    private StoreSettings settings;
    private BookWriter pdf;
    private PdfJudge judge;
    private Disk disk;
    private boolean whole;

    /** Watches another file, with another number of rows between two checkpoints. */
    Bench watching(String source, int rows) {
        watched = source;
        checkpoint = rows;
        return this;
    }

    /** Called before each row of the watched file, with its number from 1. */
    Bench beforeRow(Consumer<Long> action) {
        beforeRow = action;
        return this;
    }

    /** Writes the PDF this way; without it there is none. */
    Bench pdf(BookWriter writer) {
        pdf = writer;
        return this;
    }

    /** Writes the three books and reads them back, as a real run does. */
    Bench whole(BookWriter spoilt) {
        whole = true;
        pdf = (atlas, region) -> {
            new PdfBookFile().write(atlas, region);
            spoilt.write(atlas, region);
        };
        return this;
    }

    /** Has the PDF judged by somebody else than veraPDF. */
    Bench judge(PdfJudge other) {
        judge = other;
        return this;
    }

    /** Works in another store than the file of the output root. */
    Bench on(StoreSettings store) {
        settings = store;
        return this;
    }

    /** Works on another disk. */
    Bench on(Disk other) {
        disk = other;
        return this;
    }

    RunResult run(RunRequest request) throws Exception {
        try (AtlasApplication program = open(request)) {
            return program.run();
        }
    }

    AtlasApplication open(RunRequest request) {
        return AtlasApplication.onDisk(request, Progress.SILENT, replacements());
    }

    private ApplicationContextInitializer<ConfigurableApplicationContext> replacements() {
        return context -> {
            Map<String, Object> properties = new HashMap<>(Map.of("atlas.checkpoint-rows", checkpoint));
            if (settings != null) {
                properties.put("atlas.datasource.url", settings.url());
                properties.put("atlas.datasource.username", settings.user());
                properties.put("atlas.datasource.password", settings.password());
            }
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("bench", properties));
            context.addBeanFactoryPostProcessor(beans -> {
                BeanDefinitionRegistry registry = (BeanDefinitionRegistry) beans;
                List.of("pdfBook", "sourceOpener").forEach(registry::removeBeanDefinition);
                if (!whole) {
                    List.of("workbook", "booksReader").forEach(registry::removeBeanDefinition);
                    beans.registerSingleton("booksReader", (BooksReader) (edition, known, before) -> new AuditReport(
                            "", edition, List.of(), List.of(), true, !before.isEmpty()));
                }
                beans.registerSingleton("sourceOpener", (SourceOpener) this::open);
                if (pdf != null) {
                    beans.registerSingleton("pdfBook", pdf);
                }
                if (disk != null) {
                    registry.removeBeanDefinition("disk");
                    beans.registerSingleton("disk", disk);
                }
                if (judge != null) {
                    registry.removeBeanDefinition("pdfJudge");
                    beans.registerSingleton("pdfJudge", judge);
                }
            });
        };
    }

    private SourceReader open(Edition edition, Source source, Path input, ReadPosition from) {
        SourceReader reader = SourceReaders.open(edition, source, input, from);
        if (!source.id().equals(watched)) {
            return reader;
        }
        openedAt.add(from.rows());
        return new SourceReader() {
            @Override
            public Outcome read() {
                beforeRow.accept(reader.position().rows() + 1);
                return reader.read();
            }

            @Override
            public List<Notice> remarks() {
                return reader.remarks();
            }

            @Override
            public Set<String> fingerprints() {
                return reader.fingerprints();
            }

            @Override
            public ReadPosition position() {
                return reader.position();
            }

            @Override
            public void close() {
                reader.close();
            }
        };
    }
}
