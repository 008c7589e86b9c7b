package io.teal.rehearsal.aws.cloudformation;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.template.TemplateReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number that AWS takes is read; one that it refuses is refused. */
class AwsRangesTest {
    private static final Path SAMPLE = Path.of("test/rehearsal/resources/mutations/every-read-property.json");

    @ParameterizedTest(name = "{0} {1}: {2} to {3}, not {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "Group, Properties/Port, 1, 65535, 0, Port must be from 1 to 65535",
                "Group, Properties/HealthCheckIntervalSeconds, 5, 300, 0, HealthCheckIntervalSeconds",
                "Group, Properties/HealthCheckIntervalSeconds, 5, 300, 301, HealthCheckIntervalSeconds",
                "Group, Properties/HealthCheckIntervalSeconds, 5, 300, 4, HealthCheckIntervalSeconds",
                "Group, Properties/HealthCheckTimeoutSeconds, 2, 9, 10, cannot wait 10 s each",
                "Group, Properties/HealthCheckTimeoutSeconds, 2, 9, 1, HealthCheckTimeoutSeconds",
                "Group, Properties/HealthyThresholdCount, 2, 10, 1, HealthyThresholdCount",
                "Group, Properties/UnhealthyThresholdCount, 2, 10, 11, UnhealthyThresholdCount",
                "Group, Properties/TargetGroupAttributes/0/Value, 0, 3600, 3601, deregistration_delay",
                "Lb, Properties/LoadBalancerAttributes/0/Value, 1, 4000, 0, idle_timeout",
                "Flow, Properties/ListenerAttributes/0/Value, 60, 6000, 59, tcp.idle_timeout",
                "Listener, Properties/DefaultActions/0/ForwardConfig/TargetGroups/0/Weight, 0, 999, 1000, Weight",
                "Listener, Properties/DefaultActions/0/ForwardConfig/TargetGroupStickinessConfig/DurationSeconds, 1, 604800, 0, DurationSeconds",
                "Rule, Properties/Priority, 1, 50000, 0, Priority",
                "Fleet, Properties/LifecycleHookSpecificationList/0/HeartbeatTimeout, 30, 7200, 29, HeartbeatTimeout",
                "Fleet, Properties/DesiredCapacity, 2, 4, 5, 5 hosts are not from MinSize 2 to MaxSize 4",
                "Fleet, Properties/DesiredCapacity, 2, 4, 1, 1 hosts are not from MinSize 2 to MaxSize 4",
                "Refreshed, UpdatePolicy/AutoScalingInstanceRefresh/Preferences/MinHealthyPercentage, 0, 100, 101, MinHealthyPercentage",
                "Refreshed, UpdatePolicy/AutoScalingInstanceRefresh/Preferences/MaxHealthyPercentage, 100, 200, 99, MaxHealthyPercentage",
                "Refreshed, UpdatePolicy/AutoScalingInstanceRefresh/Preferences/BakeTime, 0, 172800, 172801, BakeTime",
                "Errors, Properties/Period, 10, 120, 0, Period must be 10",
                "Errors, Properties/Period, 30, 3600, 90, Period must be 10",
                "Errors, Properties/DatapointsToAlarm, 1, 3, 4, DatapointsToAlarm 4 is above EvaluationPeriods 3",
                "Errors, Properties/EvaluationPeriods, 2, 5, 0, EvaluationPeriods",
            })
    void aNumberThatAwsRefusesIsRefused(
            String resource, String place, String least, String most, String refused, String words) throws IOException {
        String at = "/Resources/" + resource + "/" + place;
        assertThatCode(() -> read(at, least)).as(least).doesNotThrowAnyException();
        assertThatCode(() -> read(at, most)).as(most).doesNotThrowAnyException();
        assertThatThrownBy(() -> read(at, refused))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining(resource)
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource({"100, true", "101, false"})
    void aHundredHostsArePlayed(String hosts, boolean played) {
        JsonNode root = set(
                set(sample(), "/Resources/ById/Properties/MinSize", hosts),
                "/Resources/ById/Properties/MaxSize",
                "200");
        if (played) {
            assertThatCode(() -> read(root)).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> read(root))
                    .hasMessageContaining("101 hosts are more than the 100 that are played");
        }
    }

    private static void read(String at, String value) throws IOException {
        read(set(sample(), at, value));
    }

    private static void read(JsonNode root) throws IOException {
        StackReader.read(new TemplateReader(Map.of()).parse(root.toString(), "a.json"));
    }

    private static JsonNode set(JsonNode root, String at, String value) {
        JsonPointer place = JsonPointer.compile(at);
        JsonNode parent = root.at(place.head());
        String key = place.last().toString().substring(1);
        if (parent instanceof ArrayNode list) {
            list.set(Integer.parseInt(key), TextNode.valueOf(value));
        } else {
            ((ObjectNode) parent).set(key, TextNode.valueOf(value));
        }
        return root;
    }

    private static JsonNode sample() {
        try {
            return new ObjectMapper().readTree(SAMPLE.toFile());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
