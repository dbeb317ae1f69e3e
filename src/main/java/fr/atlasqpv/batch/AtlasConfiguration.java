package fr.atlasqpv.batch;

import fr.atlasqpv.store.DurableTransactions;
import fr.atlasqpv.store.RunTables;
import fr.atlasqpv.store.Store;
import fr.atlasqpv.store.StoreSettings;
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
    JdbcTransactionManager transactionManager(Store store) {
        return new DurableTransactions(store);
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
    RunTables tables(DataSource dataSource, RunRequest request) {
        return RunTables.of(dataSource, request.edition().catalogue());
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
    RunKeeper runKeeper(RunRequest request, CurrentRun current, RunTables tables) {
        return new RunKeeper(request, current, tables);
    }
}
