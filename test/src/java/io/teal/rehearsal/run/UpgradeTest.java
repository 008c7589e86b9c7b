package io.teal.rehearsal.run;

import static io.teal.rehearsal.run.ExampleRun.RELEASED;
import static io.teal.rehearsal.run.ExampleRun.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.teal.app.TemplatesOfTheApp;
import io.teal.rehearsal.journey.Leg;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stack whose template an older Teal has written, and deploys with this one. */
class UpgradeTest {
    private static final Leg BASELINE = new Leg.Unchanged("baseline", Duration.ofMinutes(5));

    /** As it was before ADR 51, 55 and 56, with a grant of the user's. */
    private static String older(String template) {
        ObjectNode root = read(template);
        ObjectNode resources = (ObjectNode) root.path("Resources");
        resources.remove(resources.properties().stream()
                .map(one -> one.getKey())
                .filter(id -> id.contains("MachineryDied"))
                .toList());
        resources.forEach(resource -> {
            withoutDied(resource.path("DependsOn"));
            ((ObjectNode) resource.path("Properties")).remove("Installed");
        });
        return granting(root, "HostsRoleDefaultPolicy").toString();
    }

    private static String newer(String template) {
        return granting(read(template), "HostsRoleDefaultPolicy1F2E3D4C").toString();
    }

    private static void withoutDied(JsonNode dependsOn) {
        if (dependsOn instanceof ArrayNode list) {
            for (int i = list.size() - 1; i >= 0; i--) {
                if (list.get(i).asText().contains("MachineryDied")) {
                    list.remove(i);
                }
            }
        }
    }

    private static ObjectNode granting(ObjectNode root, String id) {
        ((ObjectNode) root.path("Resources"))
                .putObject(id)
                .put("Type", "AWS::IAM::Policy")
                .putObject("Properties")
                .put("PolicyName", id);
        return root;
    }

    private static ObjectNode read(String template) {
        try {
            return (ObjectNode) new ObjectMapper().readTree(template);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    private static void replacesNoFleet(ExampleRun service, RehearsalSettings settings) throws Exception {
        ExampleRun before = service.reading(UpgradeTest::older);
        ExampleRun after = service.reading(UpgradeTest::newer);
        Outcome outcome = service.run(
                settings,
                before.deploy("first", STARTED),
                BASELINE,
                after.deploy("upgrade", STARTED),
                after.deploy("release", RELEASED));
        outcome.lostNothing().endsAt("green", "2.0.0");
        assertThat(outcome.weight("blue", "upgrade")).isEqualTo(100);
        assertThat(outcome.phase("upgrade").wentBack()).isEmpty();
    }

    @Test
    void theFleetsOfAServiceStayAndTheNextReleaseLosesNothing() throws Exception {
        replacesNoFleet(new ExampleRun("default", "web"), ExampleRun.usual());
    }

    @Test
    void theFleetsOfAServiceWithCodeDeployStayTooThoughItsMapChanges(@TempDir Path folder) throws Exception {
        Path revisions = Revisions.copied(folder).folder();
        replacesNoFleet(
                new ExampleRun("with-codedeploy", "payments"),
                ExampleRun.usual().installing(Optional.of(revisions)));
    }

    /** CloudFormation compares properties: what is equal in both templates is not touched. */
    @Test
    void noPropertyOfAFleetOrOfWhatItBootsFromDiffers() throws Exception {
        String text = TemplatesOfTheApp.text("default", "web", STARTED);
        JsonNode before = read(older(text)).path("Resources");
        JsonNode after = read(newer(text)).path("Resources");
        List<String> fleets = after.properties().stream()
                .filter(one ->
                        one.getValue().path("Type").asText().matches(".*(AutoScalingGroup|LaunchTemplate|Profile)"))
                .map(one -> one.getKey())
                .toList();
        assertThat(fleets).hasSizeGreaterThanOrEqualTo(4);
        assertThat(fleets)
                .allSatisfy(id -> assertThat(after.path(id).path("Properties"))
                        .isEqualTo(before.path(id).path("Properties")));
    }
}
