package io.teal.rehearsal.judge;

import io.teal.rehearsal.Remark;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.template.UnknownValueException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks through the templates of a journey for what its run does not show. */
public final class Judge {
    private static final List<DangerRule> RULES = List.of(
            new DangerRule("Auto Scaling groups", FleetDangers::of),
            new DangerRule("load balancers", TrafficDangers::of),
            new DangerRule("Shift", ReleaseDangers::of),
            new DangerRule("routes", RouteDangers::of),
            new DangerRule("security groups", ReachDangers::of),
            new DangerRule("hosts", HostUnknowns::of));

    private Judge() {}

    /**
     * The remarks about {@code templates}, which are deployed in this order; each once.
     *
     * @param production the logical id of the listener that takes the load
     */
    public static List<Remark> of(List<StackModel> templates, String production) {
        Set<Remark> remarks = new LinkedHashSet<>();
        List<TemplateFacts> all = templates.stream()
                .map(model -> new TemplateFacts(model, production))
                .toList();
        for (int i = 0; i < all.size(); i++) {
            TemplateFacts facts = all.get(i);
            RULES.forEach(rule -> remarks.addAll(rule.remarks(facts)));
            if (i > 0) {
                FleetDangers.between(all.get(i - 1), facts).forEach(remarks::add);
            }
            remarks.addAll(facts.model().remarks());
        }
        return sorted(remarks);
    }

    /** What it looks at, and how. */
    private record DangerRule(String subject, Function<TemplateFacts, Stream<Remark>> dangers) {
        /** What it finds; where that depends on a value that is not known, that it does not. */
        List<Remark> remarks(TemplateFacts facts) {
            try {
                return dangers.apply(facts).toList();
            } catch (UnknownValueException unknown) {
                return List.of(Remark.notJudged("dangers of " + subject + ": " + unknown.getMessage()));
            }
        }
    }

    private static List<Remark> sorted(Set<Remark> remarks) {
        List<Remark> sorted = new ArrayList<>(remarks);
        sorted.sort((one, other) -> one.kind().compareTo(other.kind()));
        return sorted;
    }
}
