import { installedInGo, missingForGo } from './go';
import { testLanguage } from './languages';

testLanguage('Go', missingForGo(), 'app.go', installedInGo);
