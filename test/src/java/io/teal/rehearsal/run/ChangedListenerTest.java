package io.teal.rehearsal.run;

import static io.teal.rehearsal.run.Deploys.ONE;
import static io.teal.rehearsal.run.Deploys.RELEASED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.teal.rehearsal.journey.Leg;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The production listener is changed beside Teal's options: no weight is written that Preflight has not judged. */
class ChangedListenerTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String POLICY = "SslPolicy";

    private Deploys deploys;

    @BeforeEach
    void begin() {
        deploys = new Deploys(1);
    }

    /** Case C1. */
    @Test
    void afterAnEmergencyByHandAnotherPropertyOfTheListenerIsRefused() throws Exception {
        Outcome outcome = run(
                deploys.deploy("first", ONE),
                deploys.deploy("release", RELEASED),
                new Leg.Happens("all traffic to blue, by hand", service -> service.giveAllWeight("blue")),
                new Leg.Deploy(
                        "another policy",
                        deploys.deploy("", RELEASED, ChangedListenerTest::withPolicy)
                                .model(),
                        Optional.empty(),
                        Optional.of("live weights are 100/0 and the template says 0/100")));
        outcome.lostNothing();
        assertThat(outcome.weight("blue", "another policy")).isEqualTo(100);
    }

    @Test
    void anotherPropertyOfTheListenerIsWrittenWithTheLiveWeightsOtherwise() throws Exception {
        Outcome outcome = run(
                deploys.deploy("first", ONE),
                deploys.deploy("release", RELEASED),
                deploys.deploy("another policy", RELEASED, ChangedListenerTest::withPolicy));
        outcome.lostNothing().endsAt("green", "2.0.0");
    }

    /** Until 2026-11-26 Preflight and Shift were not told of the production listener as rendered. */
    @Test
    void aStackOfAnEarlierTealIsUpgradedUnderLoadAndReleasesAfterwards() throws Exception {
        Outcome outcome = run(
                deploys.deploy("first", ONE, ChangedListenerTest::earlier),
                deploys.deploy("upgrade", ONE),
                deploys.deploy("release", RELEASED));
        outcome.lostNothing().endsAt("green", "2.0.0");
        assertThat(outcome.weight("blue", "upgrade")).isEqualTo(100);
    }

    private Outcome run(Leg... legs) throws Exception {
        return deploys.run(deploys.settings(""), legs);
    }

    private static String earlier(String template) {
        return edit(template, properties -> properties.remove("Production"));
    }

    /** As the template is rendered when a listener has one more property. */
    private static String withPolicy(String template) {
        return edit(template, properties -> {
            if (properties.path("Production") instanceof ObjectNode told) {
                told.put(POLICY, "ELBSecurityPolicy-TLS13-1-3-2021-06");
            } else if (properties.path("DefaultActions").toString().contains("BlueWeight")) {
                properties.put(POLICY, "ELBSecurityPolicy-TLS13-1-3-2021-06");
            }
        });
    }

    private static String edit(String template, Consumer<ObjectNode> change) {
        try {
            JsonNode root = JSON.readTree(template);
            root.path("Resources").forEach(resource -> {
                if (resource.path("Properties") instanceof ObjectNode properties) {
                    change.accept(properties);
                }
            });
            assertThat(root.toString()).isNotEqualTo(JSON.readTree(template).toString());
            return root.toString();
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }
}
