package io.teal.operate;

import io.teal.operate.account.Rights;
import io.teal.operate.account.SimulatedCall;
import io.teal.release.port.AwsException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A caller and what IAM would say, in memory; everything is allowed that is not named. */
public final class FakeRights implements Rights {
    public String caller = "arn:aws:sts::111122223333:assumed-role/Operator/ann";
    public Instant time = Instant.parse("2026-11-21T12:00:00Z");
    public final Set<String> denied = new HashSet<>();
    public final Map<String, List<String>> undecided = new HashMap<>();
    public final List<String> asked = new ArrayList<>();
    public Optional<AwsException> refused = Optional.empty();

    @Override
    public String caller() {
        return caller;
    }

    @Override
    public Instant time() {
        return time;
    }

    @Override
    public String role(String name) {
        return "arn:aws:iam::111122223333:role/team/" + name;
    }

    @Override
    public List<SimulatedCall> simulate(String principal, List<String> actions, String resource) {
        refused.ifPresent(failure -> {
            throw failure;
        });
        actions.forEach(action -> asked.add(action + " on " + resource));
        return actions.stream()
                .map(action -> new SimulatedCall(
                        action,
                        !denied.contains(action) && !undecided.containsKey(action),
                        undecided.getOrDefault(action, List.of())))
                .toList();
    }
}
