package io.teal.rehearsal.run;

import io.teal.rehearsal.Remark;
import io.teal.rehearsal.aws.cloudformation.CustomResourceModel;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.judge.Judge;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run does not show: what its templates say, and which requests it did not send. */
final class RunRemarks {
    private static final String HOOK = "Hook";
    private static final String PROBE = "Probe";

    private RunRemarks() {}

    static List<Remark> of(List<StackModel> deployed, Journey journey, RehearsalSettings settings) {
        List<Remark> remarks =
                new ArrayList<>(Judge.of(deployed, journey.production().id()));
        for (String kind : List.of(HOOK, PROBE)) {
            boolean stoodFor = (kind.equals(HOOK)
                            ? settings.programs().hook()
                            : settings.programs().probe())
                    .isPresent();
            if (!stoodFor && calls(deployed, kind)) {
                String one = kind.toLowerCase(Locale.ROOT);
                remarks.add(Remark.notJudged("what the " + one + " says: it was played as one that is content; --" + one
                        + " COMMAND stands for it"));
            }
        }
        if (settings.programs().sandboxed()) {
            remarks.add(Remark.simpler("scripts of bundles run in a sandbox, as you, and not as root on a host:"
                    + " this machine's files cannot be changed, and only /opt, /srv, /home, /var/www, /var/log and /tmp"
                    + " can be written"));
        }
        if (!settings.path().equals("/") && settings.path().equals(journey.example())) {
            remarks.add(Remark.notJudged("requests other than those that were sent, for " + settings.path()
                    + ", which a rule forwards; --path asks for others"));
        }
        return remarks;
    }

    /** Whether a release of one of {@code deployed} calls a function of {@code kind}. */
    private static boolean calls(List<StackModel> deployed, String kind) {
        return deployed.stream()
                .flatMap(model -> model.all(CustomResourceModel.class).values().stream())
                .anyMatch(custom -> !String.valueOf(custom.properties().getOrDefault(kind, ""))
                        .isEmpty());
    }
}
