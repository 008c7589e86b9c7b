package io.teal.rehearsal.run;

import static io.teal.rehearsal.run.ExampleRun.ONE;
import static io.teal.rehearsal.run.ExampleRun.RELEASED;
import static io.teal.rehearsal.run.ExampleRun.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.teal.examples.services.CartService;
import io.teal.rehearsal.Rehearsed;
import io.teal.rehearsal.process.ChildProcesses;
import io.teal.rehearsal.report.Report;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * {@code examples/sessions} with real processes and real HTTP: of the load's requests one in five is of a client that
 * keeps its cookies, and a session that is not known is answered 401, which is a lost request.
 */
@Rehearsed
class SessionsExampleTest {
    private static final String SERVICE = String.join(" ", ChildProcesses.java(CartService.class));
    private static final int MANY = 20;

    @Test
    void clientsKeepTheirSessionsAcrossASwitchAndARollback() throws Exception {
        Optional<Path> program = LocalRedis.installed();
        if (program.isEmpty()) {
            System.out.println("skipped: neither valkey-server nor redis-server is installed");
        }
        assumeTrue(program.isPresent(), "neither valkey-server nor redis-server is installed");
        try (LocalRedis store = new LocalRedis(program.get())) {
            Outcome outcome = rehearsed(store.address()).thatCounts().lostNothing();
            outcome.endsAt("blue", "1.0.0");
            assertThat(outcome.report().totals().doublesCounted()).isTrue();
            assertThat(store.visitedInBoth("1.0.0", "2.0.0")).isGreaterThan(MANY);
        }
    }

    @Test
    void sessionsInTheMemoryOfHostsAreLost() throws Exception {
        Report report = rehearsed("memory").thatCounts().report();
        assertThat(report.losses()).extracting(Report.Loss::cause).contains("401 from green 2.0.0");
        assertThat(report.losses()).allMatch(loss -> loss.cause().startsWith("401 from "));
    }

    private static Outcome rehearsed(String sessions) throws Exception {
        ExampleRun cart = new ExampleRun("sessions", "cart-sessions");
        Report report = RealRun.decided(
                cart.journey(
                        cart.deploy("first", ONE),
                        cart.deploy("release", RELEASED),
                        cart.deploy("roll back", STARTED + " allow=roll-back")),
                ExampleRun.usual(),
                "SESSIONS=" + sessions + " exec " + SERVICE,
                () -> {});
        return new Outcome(report, List.of());
    }
}
