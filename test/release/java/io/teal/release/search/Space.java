package io.teal.release.search;

import java.util.List;
import java.util.function.Supplier;

/** A finite graph of states, each a number. */
public interface Space {

    /** Where it begins. */
    List<Long> starts();

    /** Tells {@code edges} all that can happen in {@code state}. */
    void expand(long state, Edges edges);

    /** Whether everything has ended in {@code state}. */
    boolean ended(long state);

    /** The state in words. */
    String show(long state);

    /** Who is told what can happen. */
    interface Edges {

        /**
         * {@code event} leads to {@code next}.
         *
         * @param fair whether it must happen sooner or later if it stays possible; faults and luck are not
         */
        void to(long next, Supplier<String> event, boolean fair);

        /** {@code event} breaks {@code law}. */
        void broken(String law, String event);
    }
}
