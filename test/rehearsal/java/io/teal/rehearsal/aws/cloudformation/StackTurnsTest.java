package io.teal.rehearsal.aws.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.InvalidRunException;
import io.teal.rehearsal.TealLike;
import io.teal.rehearsal.aws.autoscaling.World;
import io.teal.rehearsal.aws.lambda.FunctionCode;
import io.teal.rehearsal.template.TemplateReader;
import io.teal.release.port.Aws;
import io.teal.runtime.execution.Answers;
import io.teal.runtime.execution.ReleaseFunction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How an update turns, and what it leaves alone. */
class StackTurnsTest {
    private static final String BLUE = TealLike.template("blue", "1.0.0", "");
    private static final String CHANGED = BLUE.replace("install 1.0.0", "install 1.0.0 quietly");
    private static final String TAGGED = BLUE.replace("\"Port\" : 80,", "\"Port\" : 80, \"Tags\": [{\"Key\": \"a\"}],");
    private static final String OTHER =
            BLUE.replaceFirst("\"Resources\" : \\{", "\"Resources\" : {\"Other\": {\"Type\": \"Custom::Other\"},");

    private final World world = World.virtual();
    private final List<StackEvent> events = new ArrayList<>();
    private StackStandIn stack = stack(Latitude.USUAL);

    /** The resource at whose change the update is cancelled; {@code any} for the first. */
    private String cancelledBy = "";

    private StackStandIn stack(Latitude latitude) {
        StackPlay play = new StackPlay(1, FunctionCode.OF_TEAL, latitude);
        return new StackStandIn(world.balancer, world.fleets, world.timers, play, this::happened, line -> {});
    }

    private void happened(StackEvent event) {
        events.add(event);
        if (event.id().equals(cancelledBy) || cancelledBy.equals("any")) {
            stack.cancel();
        }
    }

    @AfterEach
    void end() {
        world.close();
    }

    private static StackModel model(String template) {
        return StackReader.read(new TemplateReader(Map.of()).parse(template, "a.json"));
    }

    private Optional<String> apply(String template, Trouble... troubles) {
        events.clear();
        return world.timers.await(stack.startApply(model(template), List.of(troubles)));
    }

    private List<String> changed() {
        return events.stream().map(StackEvent::id).toList();
    }

    @Test
    void anUpdateThatSomebodyCancelsGoesBack() {
        apply(BLUE);
        cancelledBy = "BlueLaunchTemplate";
        assertThat(apply(CHANGED)).hasValue("the update was cancelled");
        assertThat(stack.status()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(changed()).containsExactly("BlueLaunchTemplate", "BlueLaunchTemplate");
    }

    /** The preview and the launch template wait for nothing that changes, so both are on their way. */
    @Test
    void afterAFailureNothingBeginsThatWasOnItsWay() {
        apply(BLUE);
        cancelledBy = "any";
        apply(CHANGED.replace("\"Port\" : 8082,", "\"Port\" : 8082, \"Tags\": [{\"Key\": \"a\"}],"));
        assertThat(changed()).hasSize(2);
        assertThat(changed().get(0)).isEqualTo(changed().get(1)).isIn("BlueLaunchTemplate", "GreenPreview");
    }

    @Test
    void aStackThatGoesBackIsNotCancelled() {
        apply(BLUE);
        stack.cancel();
        assertThat(apply(CHANGED)).isEmpty();
        assertThat(stack.status()).isEqualTo("UPDATE_COMPLETE");
    }

    @Test
    void aResourceOfTheTemplateThatFailsDoesSoAfterItHasBegun() {
        Duration after = Duration.ofMinutes(7);
        Trouble fails = new Trouble("Other failed", Optional.of(after), Optional.of("Other"));
        Instant begun = world.timers.instant();
        assertThat(apply(OTHER, fails)).hasValue("Other failed");
        assertThat(stack.status()).isEqualTo("ROLLBACK_COMPLETE");
        assertThat(Duration.between(begun, world.timers.instant())).isGreaterThan(after.plusSeconds(1));
        assertThat(changed()).contains("Production");
    }

    /** CloudFormation changes what differs in the template, and what refers to that. */
    @Test
    void aResourceStaysOfWhichOnlyAnAttributeIsAnother() {
        apply(BLUE);
        cancelledBy = "BlueLaunchTemplate";
        apply(CHANGED);
        cancelledBy = "";
        apply(TAGGED);
        assertThat(changed()).containsExactly("Production");
        apply(CHANGED);
        assertThat(changed()).contains("BlueLaunchTemplate", "BlueFleet");
    }

    @Test
    void aListenerOfWhichATagChangesIsWrittenWithItsWeights() {
        apply(BLUE);
        world.balancer.write("Production", Map.of("BlueGroup", 20, "GreenGroup", 80));
        apply(OTHER);
        assertThat(world.balancer.weights("Production")).containsEntry("GreenGroup", 80);
        apply(TAGGED);
        assertThat(world.balancer.weights("Production")).containsEntry("GreenGroup", 0);
    }

    @Test
    void aStackThatIsDeletedWhileItIsCreatedLeavesNothing() {
        CompletableFuture<Optional<String>> created = stack.startApply(model(BLUE), List.of());
        world.pass(Duration.ofSeconds(6));
        assertThat(events).isNotEmpty();
        stack.destroy();
        assertThat(stack.status()).isEqualTo("DELETE_COMPLETE");
        assertThat(created).isCompletedWithValue(Optional.of("the stack is deleted"));
        assertThat(world.balancer.listeners()).containsExactly("L");
        assertThat(world.fleets.all()).isEmpty();
    }

    @Test
    void whatAFailedRollbackHasLeftIsDeletedToo() {
        apply(refreshed(TealLike.template("blue", World.NEVER_HEALTHY, "")));
        String next = refreshed(TealLike.template("blue", "1.1.0", "2.0.0"));
        assertThatThrownBy(() -> apply(next, Trouble.lastResourceFails())).isInstanceOf(InvalidRunException.class);
        assertThat(world.fleets.all()).hasSize(2);
        stack.destroy();
        assertThat(world.fleets.all()).isEmpty();
        assertThat(world.balancer.listeners()).containsExactly("L");
    }

    @Test
    void anUpdateThatFailedMayHaveTurnedADependencyRound() {
        apply(dependent("P", "Q"));
        assertThat(apply(dependent("Q", "P"), Trouble.lastResourceFails())).isPresent();
        stack.destroy();
        assertThat(changed()).endsWith("P", "Q");
    }

    /** {@code last} waits for {@code first}. */
    private static String dependent(String last, String first) {
        return """
                {"Resources": {
                  "%s": {"Type": "AWS::Lambda::Function", "Properties": {"Code": "one"}, "DependsOn": "%s"},
                  "%s": {"Type": "AWS::Lambda::Function", "Properties": {"Code": "one"}}}}""".formatted(last, first, first);
    }

    private static String refreshed(String template) {
        String fleet = "\"Type\" : \"AWS::AutoScaling::AutoScalingGroup\",";
        return template.replace(fleet, fleet + "\"UpdatePolicy\": {\"AutoScalingInstanceRefresh\": {}},");
    }

    @Test
    void aLaunchTemplateThatGoesBackGetsANewVersionOrItsOldOne() {
        assertThat(versionAfterARollback(Latitude.USUAL)).isEqualTo(3);
        assertThat(versionAfterARollback(new Latitude(true, false, false, false)))
                .isEqualTo(2);
    }

    private int versionAfterARollback(Latitude latitude) {
        stack = stack(latitude);
        apply(BLUE);
        cancelledBy = "BlueLaunchTemplate";
        apply(CHANGED);
        cancelledBy = "";
        int latest = 0;
        while (stack.launchTemplate("BlueLaunchTemplate", Integer.toString(latest + 1))
                .isPresent()) {
            latest++;
        }
        stack.destroy();
        return latest;
    }

    @Test
    void aFunctionIsToldWhenItsCodeChangesAndWhenThatIsTakenBack() {
        List<String> codes = new ArrayList<>();
        StackPlay play = new StackPlay(1, new Code(codes), Latitude.USUAL);
        stack = new StackStandIn(world.balancer, world.fleets, world.timers, play, this::happened, line -> {});
        apply(function("one"));
        apply(function("one"));
        apply(function("two"), Trouble.lastResourceFails());
        assertThat(codes).containsExactly("F one", "F two", "F one");
    }

    private static String function(String code) {
        return """
                {"Resources": {"F": {"Type": "AWS::Lambda::Function", "Properties": {"Code": "%s"}}}}""".formatted(code);
    }

    private record Code(List<String> codes) implements FunctionCode {
        @Override
        public ReleaseFunction over(Aws aws, Answers answers, Clock clock, Consumer<String> log) {
            return FunctionCode.OF_TEAL.over(aws, answers, clock, log);
        }

        @Override
        public void changes(String function, JsonNode code) {
            codes.add(function + " " + code.asText());
        }
    }
}
