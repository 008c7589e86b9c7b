package io.teal.rehearsal.model;

import java.util.Map;

/**
 * One of Teal's custom resources.
 *
 * @param id its logical id
 * @param type its type
 * @param properties what it is told: texts, lists and maps
 */
public record CustomModel(String id, String type, Map<String, Object> properties) {
    /** Copies the map. */
    public CustomModel {
        properties = Map.copyOf(properties);
    }
}
