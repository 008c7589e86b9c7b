package io.teal.rehearsal.run;

import static io.teal.rehearsal.run.ExampleRun.ONE;
import static io.teal.rehearsal.run.ExampleRun.RELEASED;

import io.teal.rehearsal.journey.Leg;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A release of the example of Spot Instances. */
class SpotCasesTest {
    private final ExampleRun search = new ExampleRun("spot", "search");

    @Test
    void aReleaseOfSpotInstancesLosesNothing() throws Exception {
        search.run(ExampleRun.usual(), search.deploy("first", ONE), search.deploy("release", RELEASED))
                .lostNothing()
                .endsAt("green", "2.0.0");
    }

    /** Without notice, which EC2 gives as a rule. */
    @Test
    void ec2TakesAHostOfTheNewVersionBackBeforeItHasTraffic() throws Exception {
        Leg release = ExampleRun.losesAHost(
                search.deploy("release", RELEASED), "green", Leg.Moment.FLEET_APPEARS, Duration.ofSeconds(60));
        search.run(ExampleRun.usual(), search.deploy("first", ONE), release).endsAt("green", "2.0.0");
    }
}
