package io.teal.rehearsal.report.html;

/** One thing that a chart shows. */
interface Layer {
    /** Draws it. */
    void draw(Pen pen, Plot plot);
}
