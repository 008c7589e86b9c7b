package io.teal.operate.checklist;

import io.teal.release.Color;
import java.util.Map;

/**
 * One figure of both colours.
 *
 * @param name its name in JSON, which does not change
 * @param label its name for people
 * @param together whether it is counted for both colours in one; their cells are the same then
 * @param cells by colour
 */
public record CheckRow(String name, String label, boolean together, Map<Color, CheckCell> cells) {
    /** Copies the map. */
    public CheckRow {
        cells = Map.copyOf(cells);
    }
}
