package io.teal.operate.doctor;

import io.teal.operate.account.Rights;
import io.teal.operate.account.SimulatedCall;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether the caller may make calls, as IAM simulates it: by policies, boundary and the organization's policies, not by
 * those of a session. A missing right is a note, since it may be somebody else who rolls back.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html">
 *     SimulatePrincipalPolicy</a>
 */
record RightsChecks(Rights rights) {
    private static final Pattern SESSION = Pattern.compile("arn:[^:]+:sts::\\d+:assumed-role/([^/]+)/.*");
    private static final Pattern SIMULATED = Pattern.compile("arn:[^:]+:iam::\\d+:(user|role)/.+");

    /** Whether the caller may make {@code calls}. */
    CheckResult of(NeededCalls calls) {
        String principal = principal();
        if (!SIMULATED.matcher(principal).matches()) {
            return CheckResult.skip(
                    "", "IAM simulates users and roles only, and the caller is " + principal, "ask as one of those");
        }
        List<SimulatedCall> refused = calls.byResource().entrySet().stream()
                .flatMap(one -> rights.simulate(principal, one.getValue(), one.getKey()).stream())
                .filter(call -> !call.allowed())
                .toList();
        return refused.isEmpty()
                ? CheckResult.ok(
                        "",
                        principal + " may make all " + calls.actions().size() + " kinds of calls of plan and rollback")
                : refused(principal, refused);
    }

    private static CheckResult refused(String principal, List<SimulatedCall> calls) {
        String denied = names(calls.stream()
                .filter(call -> call.missing().isEmpty())
                .map(SimulatedCall::action)
                .toList());
        if (!denied.isEmpty()) {
            return CheckResult.note(
                    "",
                    principal + " may not " + denied,
                    "ask for it, or have somebody else run teal plan and teal rollback");
        }
        return CheckResult.skip(
                "",
                "IAM cannot say without "
                        + names(calls.stream()
                                .flatMap(call -> call.missing().stream())
                                .toList())
                        + ": " + names(calls.stream().map(SimulatedCall::action).toList()),
                "try: teal plan");
    }

    /** A role's session does not say the path of its role. */
    private String principal() {
        String caller = rights.caller();
        Matcher session = SESSION.matcher(caller);
        return session.matches() ? rights.role(session.group(1)) : caller;
    }

    private static String names(List<String> several) {
        Set<String> once = new TreeSet<>(several);
        return once.stream().collect(Collectors.joining(", "));
    }
}
