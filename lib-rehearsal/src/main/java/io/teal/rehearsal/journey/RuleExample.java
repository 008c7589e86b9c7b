package io.teal.rehearsal.journey;

import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.elb.ConditionModel;
import io.teal.rehearsal.aws.elb.ConditionModel.Part;
import io.teal.rehearsal.aws.elb.RuleModel;
import java.util.Comparator;
import java.util.Optional;

/** What the load asks for where only rules of its listener forward: an example of what a rule takes. */
public final class RuleExample {
    private static final String ANY = "/";

    private RuleExample() {}

    /** A path, or {@code http://host/path}, that {@code listener} forwards. */
    static String of(StackModel model, String listener) {
        if (!model.weights(listener).isEmpty()) {
            return ANY;
        }
        return model.rules().values().stream()
                .filter(rule -> rule.listener().equals(listener)
                        && !rule.action().weights().isEmpty()
                        && rule.conditions().stream().noneMatch(RuleExample::isOfOthers))
                .max(Comparator.<RuleModel>comparingInt(
                                rule -> rule.action().weights().size())
                        .thenComparing(rule -> -rule.priority()))
                .map(RuleExample::url)
                .orElse(ANY);
    }

    /** Whether only requests with a header, or of one method, are meant: the load has both methods, and no header. */
    private static boolean isOfOthers(ConditionModel condition) {
        return condition.part() == Part.HEADER || condition.part() == Part.METHOD;
    }

    /** A path, or {@code http://host/path}, that fulfils what {@code rule} says of paths, hosts and queries. */
    public static String url(RuleModel rule) {
        String path = pattern(rule, Part.PATH)
                .map(it -> it.value().replace("*", "").replace("?", "a"))
                .orElse(ANY);
        String query = pattern(rule, Part.QUERY)
                .map(it -> "?" + it.key().replace("*", "a") + "=" + it.value().replace("*", ""))
                .orElse("");
        String host = pattern(rule, Part.HOST)
                .map(it -> "http://" + it.value().replace("*", "www").replace("?", "a"))
                .orElse("");
        return host + (path.startsWith(ANY) ? path : ANY + path) + query;
    }

    private static Optional<ConditionModel.Pattern> pattern(RuleModel rule, Part part) {
        return rule.conditions().stream()
                .filter(condition -> condition.part() == part)
                .flatMap(condition -> condition.patterns().stream())
                .findFirst();
    }
}
