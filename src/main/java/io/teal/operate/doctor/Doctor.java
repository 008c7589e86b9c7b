package io.teal.operate.doctor;

import io.teal.operate.account.Connection;
import io.teal.operate.account.Service;
import io.teal.operate.account.SingleFleet;
import io.teal.operate.account.Stack;
import io.teal.operate.account.StackState;
import io.teal.release.observation.Direction;
import io.teal.release.port.AwsException;
import io.teal.release.port.Obstacle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Looks at a stack and its services as a release would, reading only. A check that cannot be made is a finding, not an
 * error.
 *
 * @param connection reads
 */
public record Doctor(Connection connection) {
    private static final String TOOLKIT = "CDKToolkit";

    /**
     * What is found of the stack called {@code name}.
     *
     * @throws AwsException if CloudFormation cannot be asked at all: then nothing can be checked
     */
    public List<CheckResult> look(String name) {
        Optional<StackState> state = connection.account().describeStack(name);
        List<CheckResult> findings = new ArrayList<>();
        findings.add(CheckResult.ok("credentials", "CloudFormation answers"));
        findings.add(attempt("bootstrap", this::bootstrap));
        if (state.isEmpty()) {
            findings.add(CheckResult.note(
                    "stack",
                    "there is no stack " + name + " in this account and region",
                    "deploy it, or check --region"));
            return findings;
        }
        findings.add(stack(state.get()));
        findings.addAll(services(state.get()));
        return findings;
    }

    private List<CheckResult> services(StackState state) {
        List<CheckResult> findings = new ArrayList<>();
        Stack stack = Stack.read(connection.account(), connection.reads(), state.name());
        List<SingleFleet> single = stack.singleFleets();
        List<Service> services = single.isEmpty() ? stack.someServices() : stack.services();
        for (Service service : services) {
            new ServiceChecks(connection, service)
                    .all()
                    .forEach((what, check) -> findings.add(attempt(service.name() + " " + what, check)));
        }
        for (SingleFleet fleet : single) {
            new SingleFleetChecks(connection, fleet)
                    .all()
                    .forEach((what, check) -> findings.add(attempt(fleet.service() + " " + what, check)));
        }
        new AccountChecks(connection, state, services, single)
                .all()
                .forEach((what, check) -> findings.add(look(what, check)));
        return findings;
    }

    private CheckResult bootstrap() {
        return connection
                .account()
                .describeStack(TOOLKIT)
                .map(found -> found.status().endsWith("_COMPLETE")
                        ? CheckResult.ok("bootstrap", TOOLKIT + " is " + found.status())
                        : CheckResult.bad("bootstrap", TOOLKIT + " is " + found.status(), "npx cdk bootstrap"))
                .orElseGet(() -> CheckResult.note(
                        "bootstrap",
                        "there is no stack " + TOOLKIT,
                        "npx cdk bootstrap, unless yours has another name or synthesizer"));
    }

    private static CheckResult stack(StackState state) {
        if (state.status().endsWith("_FAILED")) {
            return CheckResult.bad(
                    "stack",
                    "it is " + state.status() + ", and takes no deploy",
                    "aws cloudformation continue-update-rollback --stack-name " + state.name());
        }
        return state.direction() == Direction.IDLE
                ? CheckResult.ok("stack", "it is " + state.status())
                : CheckResult.note(
                        "stack",
                        "it is " + state.status() + ", and takes no deploy until that has ended",
                        "teal status " + state.name() + " --watch");
    }

    /** A check of the account: without the right to make it, nothing is known to be wrong. */
    private static CheckResult look(String what, Supplier<CheckResult> check) {
        try {
            CheckResult found = check.get();
            return new CheckResult(what, found.state(), found.lines());
        } catch (AwsException failed) {
            return CheckResult.skip(
                    what,
                    "not looked at: " + failed.code() + ": " + failed.getMessage(),
                    failed.obstacle() == Obstacle.RIGHTS
                            ? "ask for that permission, or look there yourself; a release does not need it"
                            : failed.obstacle().remedy());
        }
    }

    private static CheckResult attempt(String what, Supplier<CheckResult> check) {
        try {
            CheckResult found = check.get();
            return new CheckResult(what, found.state(), found.lines());
        } catch (AwsException failed) {
            return CheckResult.bad(
                    what,
                    failed.code() + ": " + failed.getMessage(),
                    failed.obstacle().remedy());
        }
    }
}
