package io.teal.rehearsal.run;

import static io.teal.rehearsal.run.ExampleRun.ONE;
import static io.teal.rehearsal.run.ExampleRun.RELEASED;
import static io.teal.rehearsal.run.ExampleRun.RETIRED;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Examples whose load balancer does more than to forward: a release, and a retire. */
class ProtocolsAndLoginTest {
    @ParameterizedTest
    @CsvSource({"login, members, 443", "login, members, 8443", "grpc, prices, 443"})
    void aReleaseLosesNothing(String example, String stack, String port) throws Exception {
        ExampleRun run = new ExampleRun(example, stack).loading(port);
        run.run(
                        ExampleRun.usual(),
                        run.deploy("first", ONE),
                        run.deploy("release", RELEASED),
                        run.deploy("retire", RETIRED))
                .lostNothing()
                .endsAt("green", "2.0.0");
    }
}
