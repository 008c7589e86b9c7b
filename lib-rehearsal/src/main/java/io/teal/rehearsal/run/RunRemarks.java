package io.teal.rehearsal.run;

import io.teal.rehearsal.Remark;
import io.teal.rehearsal.Timescale;
import io.teal.rehearsal.aws.autoscaling.ScheduledSize;
import io.teal.rehearsal.aws.cloudformation.CustomResourceModel;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.cloudformation.StackStandIn;
import io.teal.rehearsal.aws.stepfunctions.LocalPerson;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.judge.Judge;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a run does not show: what its templates say, and which requests it did not send. */
final class RunRemarks {
    private RunRemarks() {}

    /** The remarks of the run of {@code stack} that {@code timeline} shows. */
    static List<Remark> of(
            List<StackModel> deployed,
            Journey journey,
            RehearsalSettings settings,
            Timeline timeline,
            StackStandIn stack,
            Optional<PreviewClient> preview) {
        List<Remark> remarks =
                new ArrayList<>(Judge.of(deployed, journey.production().id()));
        remarks.addAll(functions(deployed, settings.programs()));
        remarks.addAll(person(deployed, settings.programs()));
        remarks.addAll(schedules(deployed, settings.timescale(), timeline.lasted()));
        remarks.addAll(PlayedRemarks.of(deployed, stack, timeline.said()));
        remarks.addAll(sandbox(settings));
        remarks.addAll(preview.map(PreviewClient::remarks).orElseGet(() -> notAsked(deployed, journey)));
        if (!settings.path().equals("/") && settings.path().equals(journey.example())) {
            remarks.add(Remark.notJudged("requests other than those that were sent, for " + settings.path()
                    + ", which a rule forwards; --path asks for others"));
        }
        return remarks;
    }

    private static List<Remark> functions(List<StackModel> deployed, RehearsalSettings.UserPrograms programs) {
        List<Remark> remarks = new ArrayList<>();
        if (programs.hook().isEmpty() && (calls(deployed, "Hook") || calls(deployed, "HookAfter"))) {
            remarks.add(content("hook"));
        }
        if (programs.probe().isEmpty() && calls(deployed, "Probe")) {
            remarks.add(content("probe"));
        }
        return remarks;
    }

    private static Remark content(String one) {
        return Remark.notJudged(
                "what the " + one + " says: it was played as one that is content; --" + one + " COMMAND stands for it");
    }

    private static List<Remark> person(List<StackModel> deployed, RehearsalSettings.UserPrograms programs) {
        String word = programs.person() == LocalPerson.Played.NOTHING
                ? "says nothing"
                : "says '" + programs.person().name().toLowerCase(Locale.ROOT) + "' " + LocalPerson.THINKS.toSeconds()
                        + " s after a release asks";
        return calls(deployed, "Approval")
                ? List.of(
                        Remark.notJudged("what a person says: one was played who " + word + "; --answer plays another"))
                : List.of();
    }

    private static List<Remark> notAsked(List<StackModel> deployed, Journey journey) {
        Set<String> rules = new TreeSet<>();
        deployed.forEach(model -> model.rules().values().stream()
                .filter(rule -> rule.listener().equals(journey.production().id()) && PreviewClient.isFor(rule))
                .forEach(rule -> rules.add(rule.id())));
        return rules.stream()
                .map(rule ->
                        Remark.notJudged("requests by the header of " + rule + ": only --fast has a client for them"))
                .toList();
    }

    private static List<Remark> sandbox(RehearsalSettings settings) {
        return settings.programs().sandboxed()
                ? List.of(Remark.simpler("scripts of bundles run in a sandbox, as you, and not as root on a host:"
                        + " this machine's files cannot be changed, and only /opt, /srv, /home, /var/www, /var/log and"
                        + " /tmp can be written"))
                : List.of();
    }

    /** Scheduled actions that no time of the run was one of. */
    private static List<Remark> schedules(List<StackModel> deployed, Timescale time, Duration real) {
        Instant begin = time.begin();
        Instant end = time.shown(real).truncatedTo(ChronoUnit.SECONDS);
        Map<String, ScheduledSize> schedules = new TreeMap<>();
        deployed.forEach(model -> schedules.putAll(model.all(ScheduledSize.class)));
        return schedules.values().stream()
                .filter(one -> one.after(begin).filter(end::isAfter).isEmpty())
                .map(one -> Remark.notJudged("what schedule " + one.id() + " does: the run was from " + begin + " to "
                        + end + ", and it is next due "
                        + one.after(end).map(at -> "at " + at).orElse("much later")
                        + "; --begin TIME begins a run before that"))
                .toList();
    }

    /** Whether a release of one of {@code deployed} has the property {@code kind}. */
    private static boolean calls(List<StackModel> deployed, String kind) {
        return deployed.stream()
                .flatMap(model -> model.all(CustomResourceModel.class).values().stream())
                .anyMatch(custom -> !String.valueOf(custom.properties().getOrDefault(kind, ""))
                        .isEmpty());
    }
}
