package io.teal.rehearsal.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.teal.rehearsal.demo.HostFault;
import io.teal.rehearsal.journey.Leg;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A rolling service whose template was written by a Teal that gave its alarms to the instance refresh, and deploys with
 * this one.
 */
class RollingUpgradeTest {
    private static final String ONE = "version=1.0.0";
    private static final String TWO = "version=2.0.0";
    private static final String GROUP = "TicketsFleetGroupASG";
    private static final String TURNED_BACK = "the instance refresh of " + GROUP;
    private static final Leg BASELINE = new Leg.Unchanged("baseline", Duration.ofMinutes(5));

    private final ExampleRun tickets = new ExampleRun("rolling", "tickets");
    private final ExampleRun before = tickets.reading(RollingUpgradeTest::alarmsInTheRefresh);

    /** The template as it was: alarms in the update policy, nothing that turns a release back. */
    private static String alarmsInTheRefresh(String template) {
        try {
            ObjectNode root = (ObjectNode) new ObjectMapper().readTree(template);
            ObjectNode resources = (ObjectNode) root.path("Resources");
            resources.remove(ids(resources, (id, resource) -> id.contains("TurnBack")));
            JsonNode group = resources.path(
                    ids(resources, (id, resource) -> id.startsWith(GROUP)).get(0));
            ((ObjectNode) group).remove("DependsOn");
            ArrayNode alarms = ((ObjectNode) group.at("/UpdatePolicy/AutoScalingInstanceRefresh/Preferences"))
                    .putObject("AlarmSpecification")
                    .putArray("Alarms");
            ids(resources, (id, resource) -> resource.path("Type").asText().equals("AWS::CloudWatch::Alarm"))
                    .forEach(id -> alarms.addObject().put("Ref", id));
            return root.toString();
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    private static List<String> ids(ObjectNode resources, BiPredicate<String, JsonNode> which) {
        return resources.properties().stream()
                .filter(one -> which.test(one.getKey(), one.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void theUpgradeReplacesNoHostAndTheReleaseAfterItGoesBack() throws Exception {
        Outcome outcome = tickets.run(
                ExampleRun.faulty("ERRORS"),
                before.deploy("first", ONE),
                BASELINE,
                tickets.deploy("upgrade", ONE),
                tickets.goesBack("release", TWO, TURNED_BACK));
        assertThat(outcome.phase("upgrade").seconds()).as("no host boots").isLessThan(60);
        assertThat(outcome.phase("upgrade").lost()).isZero();
        assertThat(outcome.phase("release").wentBack())
                .contains("it was cancelled: alarm")
                .endsWith("is in state ALARM");
        assertThat(outcome.answeredBy("2.0.0", "after")).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    "EventPattern"                      | "State": "DISABLED", "EventPattern"
                    "states:StartExecution"             | "states:Other"
                    "autoscaling:CancelInstanceRefresh" | "autoscaling:Other"
                    """)
    void aRuleThatIsDisabledOrARoleThatMayNotTurnsNothingBack(String written, String edited) throws Exception {
        ExampleRun powerless = tickets.reading(template -> template.replace(written, edited));
        Outcome outcome = powerless.run(
                ExampleRun.faulty("ERRORS"),
                powerless.deploy("first", ONE),
                BASELINE,
                powerless.deploy("release", TWO));
        assertThat(outcome.phase("release").wentBack()).isEmpty();
        assertThat(outcome.phase("after").lost()).isPositive();
    }

    /** Why there is no alarm in the refresh any more. */
    @Test
    void aReleaseWithAlarmsInTheRefreshCannotGoBackWhileOneIsInAlarm() throws Exception {
        Outcome outcome = ExampleRun.measured(
                tickets.journey(before.deploy("first", ONE), BASELINE, before.goesBack("release", TWO, TURNED_BACK)),
                ExampleRun.faulty("ERRORS"));
        assertThat(outcome.report().run().stop().toString())
                .contains("the stack's rollback failed")
                .contains("it does not start while alarm");
    }

    @Test
    void aReleaseThatIsTheUpgradeGoesBackByTheOldPolicyAndFailsToo() throws Exception {
        Outcome outcome = ExampleRun.measured(
                tickets.journey(before.deploy("first", ONE), BASELINE, tickets.goesBack("release", TWO, TURNED_BACK)),
                ExampleRun.faulty("ERRORS"));
        assertThat(outcome.report().run().stop().toString()).contains("it does not start while alarm");
    }

    @Test
    void aFixIsReleasedWhileTheAlarmOfTheVersionBeforeIsInAlarm() throws Exception {
        Outcome outcome = tickets.run(
                ExampleRun.usual().with(UnusualConditions.fault("1.0.0", HostFault.parse("ERRORS"))),
                tickets.deploy("first", ONE),
                BASELINE,
                tickets.deploy("fix", TWO));
        assertThat(outcome.phase("baseline").lost()).isPositive();
        assertThat(outcome.phase("after").lost()).isZero();
        assertThat(outcome.answeredBy("2.0.0", "after")).isPositive();
    }
}
