package io.teal.release.model;

import io.teal.release.observation.Fleet;
import java.util.List;

/** What a fleet of the model may be like; two hosts are the full size, and each colour has two target groups. */
enum FleetState {
    NONE(Fleet.NONE),
    EMPTY(new Fleet(0, 0, 2, List.of(0, 0), 0)),
    SMALL_AND_DOWN(new Fleet(1, 0, 2, List.of(0, 0), 0)),
    SMALL(new Fleet(1, 0, 2, List.of(1, 1), 0)),
    BOOTING(new Fleet(2, 0, 2, List.of(0, 0), 0)),
    PARTLY(new Fleet(2, 0, 2, List.of(1, 1), 0)),
    LOPSIDED(new Fleet(2, 0, 2, List.of(2, 0), 0)),
    STRANGE(new Fleet(2, 0, 2, List.of(2, 2), 1)),
    HEALTHY(new Fleet(2, 0, 2, List.of(2, 2), 0));

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
            case NONE, EMPTY, SMALL, HEALTHY -> List.of();
        };
    }

    /** What it may become by misfortune. */
    List<FleetState> worse() {
        return switch (this) {
            case HEALTHY -> List.of(SMALL, BOOTING, PARTLY, LOPSIDED, STRANGE);
            case PARTLY, LOPSIDED, STRANGE -> List.of(BOOTING);
            case SMALL -> List.of(SMALL_AND_DOWN);
            case NONE, EMPTY, BOOTING, SMALL_AND_DOWN -> List.of();
        };
    }

    /** What it is after its desired capacity was set to {@code hosts}; of unequal hosts the better ones leave. */
    FleetState sized(int hosts) {
        if (this == NONE || hosts == fleet.desired()) {
            return this;
        }
        return switch (hosts) {
            case 0 -> EMPTY;
            case 1 -> this == HEALTHY || this == STRANGE ? SMALL : SMALL_AND_DOWN;
            default -> this == SMALL ? PARTLY : BOOTING;
        };
    }
}
