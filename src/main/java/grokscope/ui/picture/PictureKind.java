package grokscope.ui.picture;

import java.time.Duration;
import java.util.function.BiFunction;

/**
 * A line in the list of pictures. Immutable, any thread.
 *
 * @param id by which it is remembered
 * @param title on its tab
 * @param sentence what it shows, for the tooltip of its tab
 * @param guide what it shows and what to look for, for somebody who sees it for the first time
 * @param gap the least time between two questions to the network
 * @param factory makes the picture, from what all share and where its words go
 */
record PictureKind(
    String id,
    String title,
    String sentence,
    String guide,
    Duration gap,
    BiFunction<Desk, PictureText, Picture> factory) {}
