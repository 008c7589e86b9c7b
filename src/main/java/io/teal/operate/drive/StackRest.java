package io.teal.operate.drive;

import io.teal.operate.RefusedException;
import io.teal.operate.account.Connection;
import io.teal.operate.account.StackState;
import io.teal.operate.drive.DeployChain.ChainEnd;
import io.teal.release.observation.Direction;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Waits until a stack is at rest.
 *
 * @param stack its name
 */
record StackRest(Connection connection, String stack, Consumer<String> say) {
    private static final Duration BETWEEN = Duration.ofSeconds(15);

    /**
     * Empty if it takes a deploy; else how what was in progress ended.
     *
     * @throws RefusedException if there is no stack, or it takes no deploy
     */
    Optional<ChainEnd> await() throws InterruptedException {
        String waited = "";
        while (true) {
            StackState state = state();
            String status = state.status();
            if (status.endsWith("ROLLBACK_FAILED")) {
                say.accept("stack " + stack + " is " + status + ": teal status " + stack + " says where traffic is");
                return Optional.of(ChainEnd.NEEDS_HUMAN);
            }
            if (state.direction() == Direction.DELETE || status.endsWith("_FAILED")) {
                throw new RefusedException(
                        "stack " + stack + " is " + status + ", and takes no deploy", "see teal doctor " + stack);
            }
            if (state.direction() == Direction.IDLE) {
                return waited.isEmpty() || !status.contains("ROLLBACK") ? Optional.empty() : wentBack();
            }
            if (!waited.equals(status)) {
                say.accept("stack " + stack + " is " + status + ": waiting until it is idle");
            }
            waited = status;
            connection.pause().of(BETWEEN);
        }
    }

    private Optional<ChainEnd> wentBack() {
        say.accept("the deploy that was in progress has gone back: teal status " + stack + " says why");
        return Optional.of(ChainEnd.WENT_BACK);
    }

    private StackState state() {
        return connection
                .account()
                .describeStack(stack)
                .orElseThrow(() -> new RefusedException(
                        "there is no stack " + stack,
                        "deploy it once by cdk deploy: its first version is in the file"));
    }
}
