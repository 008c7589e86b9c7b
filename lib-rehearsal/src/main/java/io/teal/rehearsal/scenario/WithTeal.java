package io.teal.rehearsal.scenario;

import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.cloudformation.Trouble;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.journey.ProductionListener;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The journey of a scenario through the templates of an app: one deploy releases 2.0.0 on green. */
public final class WithTeal {
    private static final String ONE = "activeColor=blue blueVersion=1.0.0 greenVersion=none";
    private static final String RELEASED = "activeColor=green blueVersion=1.0.0 greenVersion=2.0.0";

    /** The longest time that a gate looks back for traffic. */
    private static final Duration EVIDENCE = Duration.ofMinutes(20);

    private static final Leg WATCH = new Leg.Unchanged("after", Duration.ofMinutes(5));

    private final ReleaseScript course;
    private final Templates templates;

    private WithTeal(ReleaseScript course, Templates templates) {
        this.course = course;
        this.templates = templates;
    }

    /** The journey. */
    public static Journey journey(Scenario scenario, Templates templates) throws IOException, InterruptedException {
        WithTeal way = new WithTeal(scenario.course(), ofItsApp(scenario.course(), templates));
        StackModel first = way.templates.of(ONE);
        return new Journey(
                scenario.name(), ProductionListener.of(first, Optional.empty()), way.legs(first), way.again(first));
    }

    private static Templates ofItsApp(ReleaseScript course, Templates app) {
        return switch (course.kind()) {
            case BROUGHT_BACK -> new StickyTemplates(app);
            case GUARDED -> new GuardedTemplates(app);
            default -> app;
        };
    }

    private List<Leg> legs(StackModel first) throws IOException, InterruptedException {
        List<Leg> legs = new ArrayList<>();
        legs.add(new Leg.Deploy("deploy 1.0.0 on blue", first, Optional.empty()));
        legs.add(new Leg.AwaitHealth("wait for health"));
        legs.add(new Leg.Unchanged("baseline", course.strategy().isEmpty() ? Journey.BASELINE : EVIDENCE));
        course.before().ifPresent(incident -> {
            legs.add(new Leg.Happens("before", incident));
            legs.add(new Leg.AwaitHealth("wait for health"));
        });
        if (course.kind() != ReleaseScript.Undertaking.LEFT_ALONE) {
            legs.add(release());
        }
        if (course.kind() == ReleaseScript.Undertaking.GUARDED) {
            legs.add(new Leg.Unchanged("later", ReleaseScript.LATER));
        }
        legs.add(WATCH);
        return legs;
    }

    private Leg release() throws IOException, InterruptedException {
        String flags = course.strategy().isEmpty() ? RELEASED : RELEASED + " strategy=" + course.strategy();
        Optional<Trouble> trouble = course.kind() == ReleaseScript.Undertaking.TAKEN_BACK
                ? Optional.of(Trouble.lastResourceFails())
                : Optional.empty();
        Leg.Deploy deploy = new Leg.Deploy(
                "release 2.0.0 on green",
                templates.of(flags),
                trouble,
                course.back().or(() -> trouble.map(Trouble::reason)));
        return course.incident()
                .<Leg>map(during -> new Leg.DisturbedDeploy(deploy, during.moment(), during.after(), during.incident()))
                .orElse(deploy);
    }

    /** The legs to repeat: the same release if it ends as it began, else releases to the other colour and back. */
    private List<Leg> again(StackModel first) throws IOException, InterruptedException {
        boolean undisturbed = course.incident().isEmpty() && course.strategy().isEmpty();
        if (undisturbed && course.kind() == ReleaseScript.Undertaking.TAKEN_BACK) {
            return List.of(release(), WATCH);
        }
        if (!undisturbed
                || course.kind() == ReleaseScript.Undertaking.LEFT_ALONE
                || course.kind() == ReleaseScript.Undertaking.GUARDED
                || course.back().isPresent()) {
            return List.of(WATCH);
        }
        return List.of(
                deploy("retire blue", templates.of("activeColor=green blueVersion=none greenVersion=2.0.0")),
                deploy("release 1.0.0 on blue", templates.of("activeColor=blue blueVersion=1.0.0 greenVersion=2.0.0")),
                deploy("retire green", first),
                deploy("release 2.0.0 on green", templates.of(RELEASED)),
                WATCH);
    }

    private static Leg deploy(String name, StackModel model) {
        return new Leg.Deploy(name, model, Optional.empty());
    }
}
