/** A page and the day by which someone should read it again. */
export interface Review {
  file: string;
  title: string;
  /** Day as written in the front matter, in UTC. */
  review: Date;
}

/** Pages whose review is past, and those whose review comes soon; each earliest first. */
export interface Due {
  overdue: Review[];
  soon: Review[];
}

const day = 86_400_000;

/**
 * Parts pages by their review: overdue from the day after it, soon within `within` days.
 * @param today pass it in: a build must not depend on its clock.
 */
export function findDue(reviews: Review[], today: Date, within = 60): Due {
  const daysLeft = ({ review }: Review) => Math.ceil((review.getTime() - today.getTime()) / day);
  const sorted = [...reviews].sort((a, b) => a.review.getTime() - b.review.getTime());
  return {
    overdue: sorted.filter((page) => daysLeft(page) < 0),
    soon: sorted.filter((page) => daysLeft(page) >= 0 && daysLeft(page) <= within),
  };
}
