package io.teal.release.lives;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.SchemaStep;
import io.teal.release.Slot;
import io.teal.release.Strategy;
import io.teal.release.Version;
import io.teal.release.observation.Weights;
import io.teal.release.preflight.DeployRequest;
import io.teal.release.preflight.RunningFleet;
import io.teal.release.preflight.Verdict;
import java.util.Optional;

/** What no deploy that is let through may do, whatever flags it has. */
final class DeployLaws {
    private final Estate estate;
    private final DeployRequest asked;
    private final Verdict.Accepted accepted;
    private final boolean night;
    private final Release release;

    DeployLaws(Estate estate, DeployRequest asked, Verdict.Accepted accepted, boolean night) {
        this.night = night;
        this.estate = estate;
        this.asked = asked;
        this.accepted = accepted;
        this.release = asked.request().release();
    }

    String broken() {
        for (Color color : Color.values()) {
            RunningFleet before = estate.fleets().get(color);
            String law = before == null ? null : fleet(color, before);
            if (law == null) {
                law = traffic(color);
            }
            if (law == null) {
                law = schema(color);
            }
            if (law != null) {
                return law;
            }
        }
        return null;
    }

    private String fleet(Color color, RunningFleet before) {
        if (release.slot(color) instanceof Slot.Unsaid) {
            return "8 a fleet goes only if that was said";
        }
        if (asked.otherPorts()) {
            return "3 hosts that run keep their ports";
        }
        boolean touched = touched(color, before);
        if (touched && estate.live().of(color) > 0) {
            return "3 a fleet that serves is left alone";
        }
        if (touched && release.weight(color) > 0) {
            return "3 a fleet is not replaced and given traffic by one deploy";
        }
        boolean strayed = !estate.live().equals(Weights.of(estate.settled().release()));
        boolean moves = !estate.live().equals(Weights.of(release));
        if (strayed && (moves || touched)) {
            return "8 traffic moved by hand is written down before anything else";
        }
        return touched && !accepted.cold().contains(color) ? "13 a fleet that goes is cold first" : null;
    }

    private String schema(Color color) {
        SchemaStep step = asked.request().schema();
        boolean sent = release.active() == color
                || release.weight(color) > estate.live().percent(color);
        RunningFleet before = estate.fleets().get(color);
        if (estate.outdated().equals(Optional.of(color)) && sent && step != SchemaStep.PUT_BACK) {
            return "14 no traffic goes to what the schema does not fit";
        }
        boolean started = release.active() != color
                && release.version(color).isPresent()
                && !release.version(color).equals(Optional.ofNullable(before).map(RunningFleet::version));
        return started && step == SchemaStep.CONTRACTED ? "14 a contract is of what ran before" : null;
    }

    private boolean touched(Color color, RunningFleet before) {
        boolean kept = release.version(color)
                .map(Version::value)
                .orElse("")
                .equals(before.version().value());
        return !kept || !before.configuration().equals(accepted.pins().get(color));
    }

    private String traffic(Color color) {
        boolean gains = release.weight(color) > estate.live().percent(color);
        RunningFleet before = estate.fleets().get(color);
        boolean returns = gains && color == release.active() && before != null && before.served();
        if (returns && estate.live().larger() != color && !asked.request().allowRollBack()) {
            return "8 traffic returns only if that is allowed";
        }
        RunningFleet other = estate.fleets().get(color.other());
        if (release.version(color).isPresent() && other != null && asked.max().get(color) < other.desired()) {
            return "1 a fleet can grow as large as the other";
        }
        if (gains && night) {
            return "1 traffic does not move while hosts go";
        }
        boolean steps = asked.strategy() instanceof Strategy.Canary && release.weight(color) > 10;
        return gains && steps && estate.live().percent(color) < 10 ? "12 a gate can be satisfied" : null;
    }
}
