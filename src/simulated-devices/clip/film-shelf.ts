import type { Mp4Film } from './mp4-film.ts';

/** Each film that is played is asked for in many parts, and its index is not written anew for each. */
const mostFilms = 24;

/** The films that were asked for last. */
export class FilmShelf {
  readonly #films = new Map<string, Mp4Film>();

  film(key: string, make: () => Mp4Film): Mp4Film {
    const film = this.#films.get(key) ?? make();
    this.#films.delete(key);
    this.#films.set(key, film);
    const [oldest] = this.#films.keys();
    if (this.#films.size > mostFilms && oldest !== undefined) this.#films.delete(oldest);
    return film;
  }
}
