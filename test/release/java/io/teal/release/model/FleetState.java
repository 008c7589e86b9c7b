package io.teal.release.model;

import io.teal.release.observation.Fleet;
import java.util.List;

/** What a fleet of the model may be like; two hosts are the full size, and each colour has two target groups. */
enum FleetState {
    NONE(Fleet.NONE),
    SMALL_AND_DOWN(new Fleet(1, 2, List.of(0, 0), 0)),
    SMALL(new Fleet(1, 2, List.of(1, 1), 0)),
    BOOTING(new Fleet(2, 2, List.of(0, 0), 0)),
    PARTLY(new Fleet(2, 2, List.of(1, 1), 0)),
    LOPSIDED(new Fleet(2, 2, List.of(2, 0), 0)),
    STRANGE(new Fleet(2, 2, List.of(2, 2), 1)),
    HEALTHY(new Fleet(2, 2, List.of(2, 2), 0));

    private final Fleet fleet;

    FleetState(Fleet fleet) {
        this.fleet = fleet;
    }

    Fleet fleet() {
        return fleet;
    }

    /** What it may become by itself, with time. */
    List<FleetState> better() {
        return switch (this) {
            case BOOTING -> List.of(PARTLY, LOPSIDED, STRANGE);
            case PARTLY, LOPSIDED, STRANGE -> List.of(HEALTHY);
            case SMALL_AND_DOWN -> List.of(SMALL);
            case NONE, SMALL, HEALTHY -> List.of();
        };
    }

    /** What it may become by misfortune. */
    List<FleetState> worse() {
        return switch (this) {
            case HEALTHY -> List.of(SMALL, BOOTING, PARTLY, LOPSIDED, STRANGE);
            case PARTLY, LOPSIDED, STRANGE -> List.of(BOOTING);
            case SMALL -> List.of(SMALL_AND_DOWN);
            case NONE, BOOTING, SMALL_AND_DOWN -> List.of();
        };
    }

    /** What it is after its desired capacity was set to the full size. */
    FleetState sized() {
        return this == SMALL ? PARTLY : this == SMALL_AND_DOWN ? BOOTING : this;
    }
}
