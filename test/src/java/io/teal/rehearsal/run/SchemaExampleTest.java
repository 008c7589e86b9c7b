package io.teal.rehearsal.run;

import static io.teal.rehearsal.run.ExampleRun.ONE;
import static io.teal.rehearsal.run.ExampleRun.RELEASED;
import static io.teal.rehearsal.run.ExampleRun.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.teal.examples.services.OrderService;
import io.teal.rehearsal.Rehearsed;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.rehearsal.report.Report;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Driver;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/**
 * {@code examples/schema} under load with real processes, real HTTP and a real PostgreSQL, which both versions share.
 */
@Rehearsed
class SchemaExampleTest {
    private static final String BACK = STARTED + " allow=roll-back";

    private final ExampleRun orders = new ExampleRun("new-everything", "orders");

    @Test
    void bothVersionsServeFromOneDatabaseUntilTheContractAndTheNewOneAfterIt() throws Exception {
        try (LocalPostgres database = database()) {
            Outcome outcome = rehearsed(
                            database,
                            orders.deploy("first", ONE),
                            happens("expand and migrate", database, "1-expand.sql", "2-migrate.sql"),
                            orders.deploy("release", RELEASED),
                            orders.deploy("roll back", BACK),
                            orders.deploy("again", RELEASED + " allow=roll-back"),
                            happens("contract", database, "3-contract.sql"))
                    .thatCounts()
                    .lostNothing();
            outcome.endsAt("green", "2.0.0");
            assertThat(outcome.report().totals().doublesCounted()).isTrue();
            assertThat(database.ask("SELECT count(*) FROM orders WHERE buyer IS NULL"))
                    .isEqualTo("0");
            assertThat(Long.parseLong(database.ask("SELECT count(*) FROM orders")))
                    .isGreaterThan(1000);
        }
    }

    @Test
    void aRollbackPastTheContractLosesRequests() throws Exception {
        try (LocalPostgres database = database()) {
            Report report = rehearsed(
                            database,
                            orders.deploy("first", ONE),
                            happens("expand and migrate", database, "1-expand.sql", "2-migrate.sql"),
                            orders.deploy("release", RELEASED),
                            happens("contract", database, "3-contract.sql"),
                            new Leg.Happens("by hand", service -> service.giveAllWeight("blue")),
                            new Leg.Unchanged("gone back", Duration.ofMinutes(2)))
                    .report();
            assertThat(report.losses()).extracting(Report.Loss::cause).containsOnly("503 from blue 1.0.0");
        }
    }

    private static LocalPostgres database() throws IOException {
        Optional<Path> programs = LocalPostgres.installed();
        if (programs.isEmpty()) {
            System.out.println("skipped: PostgreSQL is not installed");
        }
        assumeTrue(programs.isPresent(), "PostgreSQL is not installed");
        return new LocalPostgres(programs.get());
    }

    private static Leg happens(String name, LocalPostgres database, String... scripts) {
        return new Leg.Happens(name, service -> List.of(scripts).forEach(database::step));
    }

    /** A run that is repeated begins with the database as 1.0.0 was released with it. */
    private Outcome rehearsed(LocalPostgres database, Leg... legs) throws IOException, InterruptedException {
        Class<?> driver =
                ServiceLoader.load(Driver.class).findFirst().orElseThrow().getClass();
        String service = String.join(" ", ChildProcesses.java(OrderService.class, driver));
        Report report = RealRun.decided(
                orders.journey(legs),
                ExampleRun.usual(),
                "DATABASE='" + database.address() + "' exec " + service,
                database::anew);
        return new Outcome(report, List.of());
    }
}
