package io.teal.release.proofs;

import io.teal.release.engine.Mutant;
import io.teal.release.lives.Lives;
import io.teal.release.model.Installs;
import io.teal.release.model.Model;
import io.teal.release.model.Scenarios;
import io.teal.release.preflight.Judges;
import io.teal.release.preflight.Rule;
import io.teal.release.search.Search;
import io.teal.release.search.Space;
import io.teal.release.step.Guard;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What the searches visit, and what breaks when a guard or a rule is taken away. */
final class Proofs {
    /** Guards that only runs which install ask. */
    private static final Set<Guard> INSTALLS =
            EnumSet.range(Guard.SERVING_HOSTS_ARE_LEFT_ALONE, Guard.GIVEN_UP_IS_MARKED);

    private Proofs() {}

    /** A search of everything as it is. */
    record Visit(String where, Search.Result result) {}

    /** A search with one thing taken away. */
    record Mutation(String without, String where, Optional<Search.Broken> broken) {}

    static List<Visit> visits() {
        List<Supplier<Visit>> searches = new ArrayList<>();
        Stream.concat(Scenarios.all().stream(), Scenarios.deep().stream())
                .forEach(scenario ->
                        searches.add(() -> new Visit(scenario.name(), Search.of(new Model(scenario, Mutant.none())))));
        Installs.all()
                .forEach(install ->
                        searches.add(() -> new Visit(install.name(), Search.of(install.model(Mutant.none())))));
        searches.add(() -> new Visit(lives(), Search.of(new Lives(Judges.all()))));
        return searches.parallelStream().map(Supplier::get).toList();
    }

    static List<Mutation> guards() {
        return Arrays.stream(Guard.values()).parallel().map(Proofs::without).toList();
    }

    static List<Mutation> rules() {
        return Arrays.stream(Rule.values())
                .parallel()
                .map(rule -> new Mutation(
                        rule.name(),
                        lives(),
                        Search.of(new Lives(Judges.without(rule))).broken()))
                .toList();
    }

    private static String lives() {
        return "lives of a service (deploys " + Lives.DEPLOYS + ", moved by hand 1)";
    }

    /**
     * The shortest trace of the scenario that the page names, or else of the first that breaks, the small ones first.
     */
    private static Mutation without(Guard guard) {
        return (INSTALLS.contains(guard) ? installs(guard) : moves(guard))
                .sorted(Comparator.comparing(space -> !space.name().equals(ProofsPage.named(guard))))
                .map(space -> new Mutation(
                        guard.name(),
                        space.name(),
                        Search.of(space.space().get()).broken()))
                .filter(mutation -> mutation.broken().isPresent())
                .findFirst()
                .orElseGet(() -> new Mutation(guard.name(), "nowhere", Optional.empty()));
    }

    /** A space that is made when it is searched. */
    private record Searched(String name, Supplier<Space> space) {}

    private static Stream<Searched> installs(Guard guard) {
        return Installs.all().stream()
                .map(install -> new Searched(install.name(), () -> install.model(Mutant.without(guard))));
    }

    private static Stream<Searched> moves(Guard guard) {
        return Scenarios.all().stream()
                .sorted(Comparator.comparing(scenario -> scenario.name().startsWith("start only")))
                .map(scenario -> new Searched(scenario.name(), () -> new Model(scenario, Mutant.without(guard))));
    }
}
