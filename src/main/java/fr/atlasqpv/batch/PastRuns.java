package fr.atlasqpv.batch;

import fr.atlasqpv.store.RunHistory;
import fr.atlasqpv.store.RunRecord;
import fr.atlasqpv.store.StepRecord;
import fr.atlasqpv.store.Store;
import fr.atlasqpv.store.StoreSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

/** What an output root remembers of its runs. */
public final class PastRuns {
    private PastRuns() {}

    /**
     * A run and its steps.
     *
     * @param run the run
     * @param steps its steps, in order
     */
    public record PastRun(RunRecord run, List<StepRecord> steps) {}

    /** Nothing but the properties of the machine. */
    @Configuration(proxyBeanMethods = false)
    static class Properties {}

    /**
     * Past runs of an output root, the latest first; none when it has no store yet.
     *
     * @throws fr.atlasqpv.store.StoreUnavailableException when a run works there at this moment
     */
    public static List<PastRun> of(Path outputRoot) {
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        SpringApplication application = new SpringApplication(Properties.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        try (ConfigurableApplicationContext context = application.run()) {
            Path work = outputRoot.resolve(RunRequest.WORK_FOLDER);
            if (AtlasApplication.hasFile(context.getEnvironment())
                    && !Files.exists(work.resolve(StoreSettings.FILE_NAME))) {
                return List.of();
            }
            StoreSettings settings = AtlasApplication.storeSettings(context.getEnvironment(), work);
            try (Store store = Store.open(settings)) {
                RunHistory history = new RunHistory(store.dataSource());
                return history.all().stream().map(r -> new PastRun(r, history.steps(r.id()))).toList();
            }
        }
    }
}
