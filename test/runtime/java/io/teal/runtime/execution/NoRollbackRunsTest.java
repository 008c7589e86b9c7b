package io.teal.runtime.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A deploy with {@code --no-rollback}: what failed would stay half-way, and nothing would bring traffic home. */
class NoRollbackRunsTest extends RunsFixture {
    @BeforeEach
    void noRollback() {
        aws.noRollback = true;
    }

    @Test
    void anUpdateIsRefusedBeforeAnythingIsTouchedWithWhatToDo() {
        Map<String, Object> ended = runs.tick(preflight("r1", ONE, PROMOTED));
        assertThat(ended).containsEntry("next", "answer").containsEntry("succeeded", "false");
        assertThat(ended.get("why").toString())
                .startsWith("this deploy is not rolled back if it fails")
                .contains("\ndeploy with --rollback, or put \"rollback\": true into cdk.json");
        assertThat(aws.writes).isEmpty();
    }

    @Test
    void aFirstCreateIsNotAsked() {
        aws.stack = "CREATE_IN_PROGRESS";
        Map<String, Object> created =
                payload(Orders.event(Event.ResourceType.PREFLIGHT, "r1", Optional.empty(), ONE), "preflight-r1");
        assertThat(toTheEnd(created)).containsEntry("succeeded", "true");
    }

    @Test
    void aRollbackIsNotAskedEither() {
        aws.noRollback = false;
        record(preflight("r1", ONE, PROMOTED));
        aws.noRollback = true;
        aws.stack = "UPDATE_ROLLBACK_IN_PROGRESS";
        assertThat(toTheEnd(preflight("r2", PROMOTED, ONE))).containsEntry("succeeded", "true");
    }
}
