package io.teal.runtime.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.port.ListenerRule;
import io.teal.runtime.execution.Event.ResourceType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** CloudFormation replaces target groups when their port or VPC changes; Preflight is then told of the new ones. */
class NewTargetGroupsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Release SETTLED = Orders.release(Color.BLUE, "1.0.0", "none");

    private final FakeAws aws = new FakeAws();
    private final Map<String, Object> answer = new HashMap<>();
    private final Runs runs =
            new Runs(aws, (url, said) -> answer.putAll(said), Clock.fixed(NOW, ZoneOffset.UTC), line -> {});

    @Test
    void theDeployIsRefusedBecauseTrafficIsNotBehindThem() {
        Orders.fleet(aws, Color.BLUE, "1.0.0");
        productionForwardsTo("arn:targetgroup/blue/before", "arn:targetgroup/green/before");
        Map<String, Object> payload = new TreeMap<>();
        payload.put(Runs.EVENT, Orders.event(ResourceType.PREFLIGHT, "r1", Optional.of(SETTLED), SETTLED));
        payload.put(Runs.EXECUTION, "arn:preflight-r1");
        payload.put(Runs.STARTED, NOW.toString());
        runs.answer(runs.tick(payload));
        assertThat(answer).containsEntry("Status", "FAILED");
        assertThat(answer.get("Reason").toString())
                .startsWith("no rule of the load balancer forwards to both colours\nkeep its application port");
        assertThat(aws.writes).isEmpty();
    }

    private void productionForwardsTo(String blue, String green) {
        ListenerRule.Action forward = new ListenerRule.Action(
                "forward",
                List.of(new ListenerRule.WeightedGroup(blue, 100), new ListenerRule.WeightedGroup(green, 0)),
                "rest");
        aws.rules.put(Orders.LISTENER, List.of(new ListenerRule(Orders.LISTENER, true, List.of(forward))));
    }
}
