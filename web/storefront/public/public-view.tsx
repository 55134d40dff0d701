import { BottomBar } from '../../kit/bottom-bar.tsx';
import { CentrePage } from './centre-page.tsx';
import { FrontPage, MissingPage } from './city-choice-page.tsx';
import { EquityPage, MethodPage } from './equity-page.tsx';
import { GonePage, MovedPage, ShopPage, WrittenProductPage } from './goods-pages.tsx';
import { HomePage } from './home-page.tsx';
import { Island } from './island.tsx';
import { CategoryPage, DistrictPage, SeldomPage } from './list-pages.tsx';
import type { PublicPage } from './page.ts';
import { ReviewsPage } from './reviews.tsx';
import { StoryPage } from './story-page.tsx';

const View = ({ page, origin }: { page: PublicPage; origin: string }) => {
  switch (page.kind) {
    case 'cities':
      return <FrontPage {...page} />;
    case 'home':
      return <HomePage {...page} />;
    case 'category':
      return <CategoryPage {...page} />;
    case 'district':
      return <DistrictPage {...page} />;
    case 'centre':
      return <CentrePage {...page} />;
    case 'seldom':
      return <SeldomPage {...page} />;
    case 'shop':
      return <ShopPage {...page} origin={origin} />;
    case 'reviews':
      return <ReviewsPage {...page} />;
    case 'story':
      return <StoryPage {...page} origin={origin} />;
    case 'product':
      return <WrittenProductPage {...page} origin={origin} />;
    case 'gone':
      return <GonePage {...page} />;
    case 'moved':
      return <MovedPage {...page} />;
    case 'equity':
      return <EquityPage {...page} />;
    case 'method':
      return <MethodPage {...page} />;
    case 'missing':
      return <MissingPage {...page} />;
  }
};

/** A public page as it is written ahead, with the four places of a shopper at its foot. */
export const PublicView = (props: { page: PublicPage; origin: string }) => (
  <>
    <View {...props} />
    <Island name="bottom-bar" props={{ at: 'beranda' }}>
      <BottomBar at="beranda" />
    </Island>
  </>
);
