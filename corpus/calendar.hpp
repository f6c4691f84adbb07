// Which days there are.
#pragma once

namespace chiho {

// Of month 1-12; in a year that is not known (0), February has 29.
int days_of_month(int year, int month);

}  // namespace chiho
