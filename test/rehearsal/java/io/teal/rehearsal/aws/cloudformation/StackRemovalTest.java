package io.teal.rehearsal.aws.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.teal.rehearsal.InvalidRunException;
import io.teal.rehearsal.aws.autoscaling.World;
import io.teal.rehearsal.aws.lambda.FunctionCode;
import io.teal.rehearsal.template.TemplateReader;
import io.teal.release.port.Aws;
import io.teal.runtime.execution.Answers;
import io.teal.runtime.execution.ReleaseFunction;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a stack whose custom resource cannot be deleted. */
class StackRemovalTest {
    private static final String EMPTY = """
            {"Resources": {"F": {"Type": "AWS::Lambda::Function", "Properties": {"Code": "one"}}}}""";
    private static final String CUSTOM = """
            {"Resources": {"F": {"Type": "AWS::Lambda::Function", "Properties": {"Code": "one"}},
                           "P": {"Type": "Custom::TealPreflight", "Properties": {}},
                           "Q": {"Type": "Custom::TealPreflight", "Properties": {}, "DependsOn": "P"}}}""";

    private final World world = World.virtual();
    private final List<String> asked = new ArrayList<>();
    private final List<String> log = new ArrayList<>();
    private final StackStandIn stack = new StackStandIn(
            world.balancer,
            world.fleets,
            world.timers,
            new StackPlay(1, new Function(), Latitude.USUAL),
            event -> {},
            log::add);
    private String undeletable = "";

    @AfterEach
    void end() {
        world.close();
    }

    private Optional<String> apply(String template, Trouble... troubles) {
        asked.clear();
        StackModel model = StackReader.read(new TemplateReader(Map.of()).parse(template, "a.json"));
        return world.timers.await(stack.startApply(model, List.of(troubles)));
    }

    @Test
    void itsDeletionFailsAndMayBeTriedAgain() {
        apply(CUSTOM);
        undeletable = "Q";
        assertThatThrownBy(stack::destroy)
                .isInstanceOf(InvalidRunException.class)
                .hasMessage("the stack's deletion failed: it stays");
        assertThat(stack.status()).isEqualTo("DELETE_FAILED");
        assertThat(asked).doesNotContain("Delete P");
        undeletable = "";
        stack.destroy();
        assertThat(stack.status()).isEqualTo("DELETE_COMPLETE");
        assertThat(asked).endsWith("Delete Q", "Delete P");
    }

    @Test
    void aFirstDeployThatFailsIsNotTakenBack() {
        undeletable = "P";
        assertThatThrownBy(() -> apply(CUSTOM, Trouble.lastResourceFails()))
                .isInstanceOf(InvalidRunException.class)
                .hasMessage("the stack's rollback failed: it stays; it went back because "
                        + Trouble.lastResourceFails().reason());
        assertThat(stack.status()).isEqualTo("ROLLBACK_FAILED");
    }

    @Test
    void anUpdateLeavesItBehindAfterThreeTries() {
        apply(CUSTOM);
        undeletable = "Q";
        assertThat(apply(EMPTY)).isEmpty();
        assertThat(stack.status()).isEqualTo("UPDATE_COMPLETE");
        assertThat(asked).containsExactly("Delete Q", "Delete Q", "Delete Q", "Delete P");
        assertThat(log).contains("the stack leaves Q behind, which could not be deleted: it stays");
        stack.destroy();
        assertThat(asked).hasSize(4);
    }

    @Test
    void aRollbackLeavesBehindWhatTheUpdateHasMade() {
        apply(EMPTY);
        undeletable = "P";
        assertThat(apply(CUSTOM, Trouble.lastResourceFails())).isPresent();
        assertThat(stack.status()).isEqualTo("UPDATE_ROLLBACK_COMPLETE");
        assertThat(log).anyMatch(line -> line.startsWith("the stack leaves P behind"));
    }

    /** Answers everything at once: no to the Delete of what cannot be deleted. */
    private final class Function implements FunctionCode, ReleaseFunction {
        private Answers answers;

        @Override
        public ReleaseFunction over(Aws aws, Answers to, Clock clock, Consumer<String> lines) {
            answers = to;
            return this;
        }

        @Override
        public void changes(String function, JsonNode code) {}

        @Override
        public void onEvent(Map<String, Object> event) {
            String request = event.get("RequestType") + " " + event.get("LogicalResourceId");
            asked.add(request);
            String status = request.equals("Delete " + undeletable) ? "FAILED" : "SUCCESS";
            answers.put(
                    event.get("ResponseURL").toString(),
                    Map.of("Status", status, "Reason", "it stays", "Data", Map.of()));
        }

        @Override
        public Map<String, Object> tick(Map<String, Object> payload) {
            return payload;
        }

        @Override
        public Map<String, Object> abort(Map<String, Object> payload) {
            return payload;
        }

        @Override
        public Map<String, Object> answer(Map<String, Object> payload) {
            return payload;
        }

        @Override
        public void guard(String machine, String name) {}

        @Override
        public void died(Map<String, Object> input, String how) {}
    }
}
