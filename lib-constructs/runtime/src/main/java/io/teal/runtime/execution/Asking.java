package io.teal.runtime.execution;

import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.observation.Word;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How a run asks a person, in its notice.
 *
 * @param event what began the run
 * @param color the colour that is to have all traffic
 * @param until when it turns back without a word
 */
record Asking(Event event, Color color, Instant until) {

    /** What is asked, one line. */
    String what() {
        String version = event.properties().request().release().versionOrNone(color);
        return "waits for a person: may " + version + " (" + color + ") have all traffic? Turns back at "
                + until.truncatedTo(ChronoUnit.SECONDS);
    }

    /** How it is answered, line by line. */
    List<String> how() {
        String stack = event.stackName();
        return List.of(
                "go on:   bin/teal promote " + stack,
                "go back: bin/teal abort " + stack,
                "without bin/teal, go on:   " + tag(Word.Says.PROMOTE),
                "without bin/teal, go back: " + tag(Word.Says.ABORT));
    }

    private String tag(Word.Says says) {
        return "aws autoscaling create-or-update-tags --tags 'ResourceId="
                + event.properties().of(color).group() + ",ResourceType=auto-scaling-group,Key=" + Contract.WORD_TAG
                + ",Value=" + says.to(event.execution()) + ",PropagateAtLaunch=false'";
    }
}
