package io.teal.operate.rollback;

import io.teal.operate.RefusedException;
import io.teal.operate.account.Connection;
import io.teal.operate.account.HostRefresh;
import io.teal.operate.account.SingleFleet;
import io.teal.operate.account.StackState;
import io.teal.release.port.AutoScalingGroup;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Says which commands take a service with one fleet back; runs none of them. Its way back is no single write: hosts
 * boot again, or the former version is installed.
 *
 * @param connection reads
 * @param say takes each line
 * @see <a href="https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_RollbackInstanceRefresh.html">
 *     RollbackInstanceRefresh</a>
 */
record FleetWayBack(Connection connection, Consumer<String> say) {
    private static final String AUTO_SCALING = "  aws autoscaling ";
    private static final String GROUP = "    --auto-scaling-group-name ";

    /**
     * Says the commands for {@code fleet} of {@code stack}.
     *
     * @throws RefusedException if the stack goes back already, or has no version to return to
     */
    void tell(StackState stack, SingleFleet fleet) {
        say.accept(fleet.service() + ": " + fleet.way());
        Optional<HostRefresh> refresh = fleet.inPlace() ? Optional.empty() : refresh(fleet);
        switch (stack.direction()) {
            case FORWARD -> turn(stack, fleet, refresh.filter(HostRefresh::goesForward));
            case IDLE -> refresh.ifPresentOrElse(one -> end(fleet, one), () -> deploy(fleet));
            case BACKWARD ->
                throw new RefusedException(
                        "CloudFormation is rolling back already", "watch it: teal status " + stack.name() + " --watch");
            case CLEANUP ->
                throw new RefusedException(
                        "the stack has succeeded and is deleting old resources",
                        "run this again when it is done: teal status " + stack.name() + " --watch");
            default -> throw new RefusedException("the stack is being deleted", "there is no fleet to return to");
        }
    }

    private Optional<HostRefresh> refresh(SingleFleet fleet) {
        return connection.account().describeInstanceRefreshes(fleet.group()).stream()
                .filter(HostRefresh::running)
                .findFirst();
    }

    /** An update: CloudFormation goes back, by a second refresh, which cannot start beside the first. */
    private void turn(StackState stack, SingleFleet fleet, Optional<HostRefresh> refresh) {
        if (!stack.status().equals("UPDATE_IN_PROGRESS")) {
            throw new RefusedException(
                    "the stack is " + stack.status() + ", and only an update can be cancelled",
                    "let it end, or delete the stack");
        }
        String cancel = "  aws cloudformation cancel-update-stack --stack-name " + stack.name();
        if (refresh.isPresent()) {
            lines(
                    "end the refresh of its hosts; the update then fails, and CloudFormation goes back by another:",
                    AUTO_SCALING + "cancel-instance-refresh \\",
                    GROUP + fleet.group(),
                    "if the stack still is UPDATE_IN_PROGRESS 15 minutes later:",
                    cancel);
        } else {
            lines("cancel the update; CloudFormation then goes back:", cancel);
        }
        lines("follow it: teal status " + stack.name() + " --watch");
    }

    /** A refresh that no update of the stack has started. */
    private void end(SingleFleet fleet, HostRefresh refresh) {
        if (!refresh.goesForward()) {
            lines("refresh " + refresh.id() + " is " + refresh.status() + " already: teal status --watch");
            return;
        }
        Optional<String> obstacle = obstacle(fleet, refresh);
        if (obstacle.isEmpty()) {
            lines(
                    "a refresh goes on that no deploy has started; roll it back:",
                    AUTO_SCALING + "rollback-instance-refresh \\",
                    GROUP + fleet.group());
            return;
        }
        lines(
                "a refresh goes on that no deploy has started, and cannot be rolled back: " + obstacle.get(),
                "end it, and hosts that are new already stay:",
                AUTO_SCALING + "cancel-instance-refresh \\",
                GROUP + fleet.group());
        deploy(fleet);
    }

    /** Why Auto Scaling refuses to roll {@code refresh} back. */
    private Optional<String> obstacle(SingleFleet fleet, HostRefresh refresh) {
        String version = connection
                .aws()
                .describeAutoScalingGroup(fleet.group())
                .map(AutoScalingGroup::launchTemplateVersion)
                .orElse("");
        if (refresh.version().isEmpty()) {
            return Optional.of("it was started without a desired configuration");
        }
        if (!version.matches("\\d+")) {
            return Optional.of("the group's launch template version is " + version + ", no number");
        }
        return fleet.refresh()
                        .filter(pace -> pace.template().contains("resolve:ssm:"))
                        .isPresent()
                ? Optional.of("the launch template's image is a parameter of Systems Manager")
                : Optional.empty();
    }

    private void deploy(SingleFleet fleet) {
        String now = fleet.version().orElse("the present one");
        Optional<String> former = fleet.install().flatMap(install -> FormerVersion.of(connection, install));
        lines(
                "a version goes back by a deploy, which is a release like any other:",
                "  npx cdk deploy -c " + fleet.service() + ".version=" + former.orElse("VERSION"),
                former.isPresent()
                        ? "or write " + former.get() + " where this app has its version"
                        : "VERSION is the one before " + now + "; or write it where this app has its version",
                "what it would do: teal plan with the same flag");
    }

    private void lines(String... all) {
        List.of(all).forEach(say);
    }
}
