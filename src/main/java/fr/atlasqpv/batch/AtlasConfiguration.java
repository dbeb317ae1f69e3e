package fr.atlasqpv.batch;

import fr.atlasqpv.store.Attachments;
import fr.atlasqpv.store.Cells;
import fr.atlasqpv.store.Counters;
import fr.atlasqpv.store.Facts;
import fr.atlasqpv.store.Notices;
import fr.atlasqpv.store.RunHistory;
import fr.atlasqpv.store.StepOutput;
import fr.atlasqpv.store.Store;
import fr.atlasqpv.store.StoreSettings;
import fr.atlasqpv.store.WorkingTables;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.support.JdbcDefaultBatchConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What the job stands on: one store for the metadata of Spring Batch and the working tables, one transaction manager for both, a
 * small pool of workers. Nothing is configured by what happens to lie on the class path.
 */
@Configuration(proxyBeanMethods = false)
class AtlasConfiguration extends JdbcDefaultBatchConfiguration {

    @Bean(destroyMethod = "close")
    Store store(StoreSettings settings) {
        return Store.open(settings);
    }

    @Bean
    DataSource dataSource(Store store) {
        return store.dataSource();
    }

    @Bean
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Override
    protected DataSource getDataSource() { return applicationContext.getBean(DataSource.class); }

    @Override
    protected PlatformTransactionManager getTransactionManager() {
        return applicationContext.getBean(PlatformTransactionManager.class);
    }

    @Bean
    TaskExecutor workers(AtlasSettings settings) {
        ThreadPoolTaskExecutor workers = new ThreadPoolTaskExecutor();
        workers.setCorePoolSize(settings.workers());
        workers.setThreadNamePrefix("atlas-");
        return workers;
    }

    @Bean
    StepOutput stepOutput(DataSource dataSource, RunRequest request) {
        return new StepOutput(dataSource, request.edition().catalogue());
    }

    @Bean
    Counters counters(DataSource dataSource, RunRequest request) {
        return new Counters(dataSource, request.edition().catalogue());
    }

    @Bean
    Facts facts(StepOutput output, Counters counters) {
        return new Facts(output, counters);
    }

    @Bean
    Notices notices(StepOutput output) {
        return new Notices(output);
    }

    @Bean
    RunHistory history(DataSource dataSource) {
        return new RunHistory(dataSource);
    }

    @Bean
    Attachments attachments(StepOutput output) {
        return new Attachments(output);
    }

    @Bean
    Cells cells(StepOutput output) {
        return new Cells(output);
    }

    @Bean
    WorkingTables workingTables(DataSource dataSource) {
        return new WorkingTables(dataSource);
    }

    @Bean
    StopSignal stopSignal() {
        return new StopSignal();
    }

    @Bean
    StopWhenClosed stopWhenClosed(StopSignal signal) {
        return new StopWhenClosed(signal);
    }

    @Bean
    CurrentRun currentRun() {
        return new CurrentRun();
    }

    @Bean
    StepClock stepClock(Progress progress, RunRequest request) {
        return new StepClock(
                progress,
                step -> step.equals(IngestStep.NAME)
                        ? request.inputs().stream().mapToLong(InputFile::unpackedBytes).sum()
                        : 0);
    }

    @Bean
    RunKeeper runKeeper(RunRequest request, RunHistory history, Notices notices, CurrentRun current) {
        return new RunKeeper(request, history, notices, current);
    }
}
